package lianqiao.authenticity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import lianqiao.base.Signs;

/** A text without everything that copying changes by accident: spaces, punctuation, width, capitals. Knows where each sign stands. */
final class Clean {
    private static final String NEGATIONS = "不没无非未别勿莫否";
    private static final Pattern NEGATION = Pattern.compile("\\b(?:not|no|never|none|without|cannot)\\b|n['’]t\\b");

    private final String text;
    private char[] signs;
    private final int[] from;
    private final int[] to;
    private int dense;
    private int words;

    private Clean(String text, int room) {
        this.text = text;
        signs = new char[room];
        from = new int[room];
        to = new int[room];
    }

    static Clean of(String text) {
        var all = Signs.of(text);
        var clean = new Clean(text, all.length());
        int size = 0;
        for (int i = 0; i < all.length(); i++) {
            if (!all.isSign(i)) continue;
            if (Signs.isDense(all.at(i))) clean.dense++;
            else if (i == 0 || !all.isSign(i - 1) || Signs.isDense(all.at(i - 1))) clean.words++;
            clean.signs[size] = all.at(i);
            clean.from[size] = all.from(i);
            clean.to[size++] = all.to(i);
        }
        clean.signs = Arrays.copyOf(clean.signs, size);
        return clean;
    }

    int length() {
        return signs.length;
    }

    char at(int index) {
        return signs[index];
    }

    /** Where a sign begins in the text as written. */
    int from(int index) {
        return from[index];
    }

    int to(int index) {
        return to[index];
    }

    /** How much it says: a sign of a dense script counts as much as a word of another. */
    int units() {
        return dense + words;
    }

    boolean isDense() {
        return dense >= words;
    }

    boolean equalTo(Clean other) {
        return Arrays.equals(signs, other.signs);
    }

    /** The numbers in it, sorted: the same words with other numbers are often about another place. */
    List<String> numbers() {
        var numbers = new ArrayList<String>();
        for (int i = 0, end; i < signs.length; i = end) {
            end = i + 1;
            if (!Character.isDigit(signs[i])) continue;
            while (end < signs.length && Character.isDigit(signs[end]) && from[end] == to[end - 1]) end++;
            numbers.add(new String(signs, i, end - i));
        }
        numbers.sort(null);
        return numbers;
    }

    /** How often it says no. */
    int negations() {
        int count = (int) NEGATION.matcher(text.toLowerCase(Locale.ROOT)).results().count();
        for (char sign : signs) if (NEGATIONS.indexOf(sign) >= 0) count++;
        return count;
    }

    /** Two texts with the same number are equal but for one chance in 2⁶⁴. */
    long fingerprint() {
        long hash = signs.length;
        for (char sign : signs) hash = Mix.next(hash, sign);
        return Mix.last(hash);
    }
}
