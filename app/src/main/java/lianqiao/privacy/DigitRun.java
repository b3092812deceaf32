package lianqiao.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Digits that stand together in a text, with at most three separators between two of them, as people write numbers:
 * {@code 138 0013-8000}, full-width, or in Han numerals. A group is what stands without a separator and in one script.
 * A number that names a person begins and ends with a group: eleven digits inside a longer row of them are no telephone.
 */
final class DigitRun {
    /** Most separators between two digits of one number. */
    private static final int MOST_BETWEEN = 3;
    private static final String SEPARATORS = " \t\u00a0\u3000\u2002\u2003\u2009-\uff0d\u2010\u2011\u2012\u2013\u2014\u2015\u2212.\u00b7()（）";
    /** Signs that cannot be seen, and those that turn a digit into a picture of a key: they part nothing. */
    private static final String UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\ufe0f\u20e3\u00ad";
    /** Each row holds the ways to write one digit in Han numerals, plain, formal and as spoken on the telephone. */
    private static final String[] HAN = {"零〇", "一壹幺", "二贰", "三叁", "四肆",
            "五伍", "六陆", "七柒", "八捌", "九玖"};

    final String text;
    private final byte[] digits;
    private final int[] from;
    private final int[] to;
    /** Index of the first digit of each group, and the number of digits as the last element. */
    private final int[] groups;
    private final boolean han;

    private DigitRun(String text, Builder b) {
        this.text = text;
        this.digits = Arrays.copyOf(b.digits, b.count);
        this.from = Arrays.copyOf(b.from, b.count);
        this.to = Arrays.copyOf(b.to, b.count);
        this.groups = Arrays.copyOf(b.groups, b.groupCount + 1);
        this.groups[b.groupCount] = b.count;
        this.han = b.han;
    }

    private static final class Builder {
        byte[] digits = new byte[24];
        int[] from = new int[24];
        int[] to = new int[24];
        int[] groups = new int[24];
        int count;
        int groupCount;
        boolean han;
        private boolean lastHan;

        void add(int digit, boolean isHan, boolean apart, int begin, int end) {
            if (count == digits.length) grow();
            if (count == 0 || apart || isHan != lastHan) {
                if (groupCount + 1 == groups.length) groups = Arrays.copyOf(groups, 2 * groups.length);
                groups[groupCount++] = count;
            }
            digits[count] = (byte) digit;
            from[count] = begin;
            to[count++] = end;
            lastHan = isHan;
            han |= isHan;
        }

        private void grow() {
            digits = Arrays.copyOf(digits, 2 * count);
            from = Arrays.copyOf(from, 2 * count);
            to = Arrays.copyOf(to, 2 * count);
        }
    }

    /** All runs of at least seven digits, which is the shortest number that can be a person's. */
    static List<DigitRun> in(String text) {
        var runs = new ArrayList<DigitRun>(2);
        var run = new Builder();
        int between = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int end = i + Character.charCount(c);
            int plain = plain(c);
            int digit = plain >= 0 ? plain : han(c);
            if (digit >= 0) {
                run.add(digit, plain < 0, between > 0, i, end);
                between = 0;
            } else if (run.count > 0 && UNSEEN.indexOf(c) < 0 && (SEPARATORS.indexOf(c) < 0 || ++between > MOST_BETWEEN)) {
                if (run.count >= 7) runs.add(new DigitRun(text, run));
                run = new Builder();
                between = 0;
            }
            i = end;
        }
        if (run.count >= 7) runs.add(new DigitRun(text, run));
        return runs;
    }

    private static int plain(int c) {
        return c < 0x80 ? (c >= '0' && c <= '9' ? c - '0' : -1) : Character.digit(c, 10);
    }

    private static int han(int c) {
        if (c < 0x3007 || c > 0x96f6) return -1;
        for (int digit = 0; digit < HAN.length; digit++) if (HAN[digit].indexOf(c) >= 0) return digit;
        return -1;
    }

    int groupCount() {
        return groups.length - 1;
    }

    /** How many digits the groups from {@code first} on to before {@code end} hold. */
    int size(int first, int end) {
        return groups[end] - groups[first];
    }

    /** The digits of these groups, as ASCII. */
    String digits(int first, int end) {
        var shown = new StringBuilder(size(first, end));
        for (int i = groups[first]; i < groups[end]; i++) shown.append((char) ('0' + digits[i]));
        return shown.toString();
    }

    /** The sizes of these groups, written like {@code 3-4-4}. */
    String shape(int first, int end) {
        var shape = new StringBuilder();
        for (int g = first; g < end; g++) shape.append(g == first ? "" : "-").append(size(g, g + 1));
        return shape.toString();
    }

    /** Whether Han numerals are among the digits. */
    boolean hasHan() {
        return han;
    }

    int begin(int group) {
        return from[groups[group]];
    }

    /** Where the group before {@code end} ends in the text. */
    int end(int end) {
        return to[groups[end] - 1];
    }

    /** What stands directly before a group, at most {@code most} characters, in small letters. */
    String before(int group, int most) {
        int at = begin(group);
        return text.substring(Math.max(0, at - most), at).toLowerCase(Locale.ROOT);
    }

    /** The character that follows, or 0 at the end of the text. */
    char after(int end) {
        int at = end(end);
        return at < text.length() ? text.charAt(at) : 0;
    }
}
