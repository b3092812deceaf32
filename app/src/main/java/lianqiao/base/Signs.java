package lianqiao.base;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as a row of signs: one sign for every way to write it, full width or not, capital or small, traditional or
 * simplified. Only letters and digits are signs; all else is {@link #SPACE} or {@link #BREAK}. For comparing texts; what
 * people read stays as they wrote it, and every sign knows where it stands there.
 */
public final class Signs {
    /** Punctuation, the end of a line, the blocks that stand for a masked detail. */
    public static final char BREAK = 0;
    public static final char SPACE = ' ';
    /** In the table: a character that does not say its sign alone, because it joins its neighbours or spreads into several. */
    private static final char JOINED = 0xFFFF;
    private static final char SPREAD = 0xFFFE;
    private static final char[] OF = table();

    private final int end;
    private char[] signs;
    private int[] from;
    private int length;

    private Signs(int room) {
        end = room;
        signs = new char[room];
        from = new int[room];
    }

    public static Signs of(String text) {
        var all = new Signs(text.length());
        for (int i = 0; i < text.length(); i++) {
            char sign = OF[text.charAt(i)];
            if (sign >= SPREAD) return all.slowly(text);
            all.signs[i] = sign;
            all.from[i] = i;
        }
        all.length = text.length();
        return all;
    }

    public int length() {
        return length;
    }

    public char at(int index) {
        return signs[index];
    }

    public boolean isSign(int index) {
        return signs[index] > SPACE;
    }

    /** Where the sign begins in the text as written. */
    public int from(int index) {
        return from[index];
    }

    /** Where the sign ends in the text as written. */
    public int to(int index) {
        int next = index + 1;
        while (next < length && from[next] == from[index]) next++;
        return next < length ? from[next] : end;
    }

    /** Whether a sign belongs to a script without spaces between words, where a single sign carries meaning. */
    public static boolean isDense(char sign) {
        return sign >= 0x2E80 && (sign < 0xAC00 || sign > 0xD7FB && sign < SPREAD);
    }

    /** Letter by letter with the marks that belong to it. */
    private Signs slowly(String text) {
        for (int i = 0, next; i < text.length(); i = next) {
            next = i + Character.charCount(text.codePointAt(i));
            while (next < text.length() && OF[text.charAt(next)] == JOINED) next++;
            add(Normalizer.normalize(text.substring(i, next), Normalizer.Form.NFKC), i);
        }
        return this;
    }

    private void add(String letter, int at) {
        boolean far = letter.length() > 1 && Character.isLetterOrDigit(letter.codePointAt(0));
        for (int i = 0; i < letter.length(); i++) {
            char sign = OF[letter.charAt(i)];
            if (sign == JOINED) continue;
            if (length == signs.length) grow();
            from[length] = at;
            signs[length++] = sign < SPREAD ? sign : far ? letter.charAt(i) : BREAK;
        }
    }

    private void grow() {
        signs = Arrays.copyOf(signs, length * 2 + 8);
        from = Arrays.copyOf(from, length * 2 + 8);
    }

    private static char[] table() {
        var table = new char[0x10000];
        for (int c = 0; c < table.length; c++) table[c] = sign((char) c);
        for (int i = 0; i < Traditional.PAIRS.length(); i += 2) table[Traditional.PAIRS.charAt(i)] = Traditional.PAIRS.charAt(i + 1);
        return table;
    }

    private static char sign(char c) {
        if (isJoined(c)) return JOINED;
        if (Character.isSurrogate(c)) return SPREAD;
        if (!Character.isLetterOrDigit(c)) return c == ' ' || c == '\t' || c == '\u00a0' || c == '\u3000' ? SPACE : BREAK;
        var folded = c < 0x80 ? String.valueOf(c) : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
        return folded.length() > 1 ? SPREAD : Character.toLowerCase(folded.charAt(0));
    }

    /** Marks and half letters that belong to the letter before them. */
    private static boolean isJoined(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK || c >= 0x1160 && c < 0x1200 || c == 0xFF9E || c == 0xFF9F;
    }
}
