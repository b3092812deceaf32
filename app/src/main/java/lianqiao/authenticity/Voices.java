package lianqiao.authenticity;

import java.util.Arrays;

/** Who wrote which text, as keys that cannot be traced to a person here. */
final class Voices {
    private long[] voices = new long[16];
    private int size;

    void add(long voice) {
        if (size == voices.length) voices = Arrays.copyOf(voices, size * 2);
        voices[size++] = voice;
    }

    int different(int[] texts) {
        return (int) Arrays.stream(texts).mapToLong(text -> voices[text]).distinct().count();
    }
}
