package lianqiao.base;

import java.util.regex.Pattern;

/** One person's voice in one campaign: the same whenever that person speaks there, and nothing that another campaign knows. */
public record VoiceKey(String text) {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    public VoiceKey {
        if (!SHAPE.matcher(text).matches()) throw new IllegalArgumentException("not a voice key");
    }

    @Override public String toString() {
        return text;
    }
}
