package lianqiao.insight;

import java.util.List;

/**
 * A word of a list, and where the same letters are another word: 着火 in 看着火车站 is none.
 *
 * @param notAfter what must not stand just before it
 * @param notBefore what must not stand just after it
 */
record WordRule(String word, List<String> notAfter, List<String> notBefore) {

    /** Whether the sentence, in small letters, holds the word. Words of letters with spaces between them are found whole only. */
    boolean isIn(String sentence) {
        for (int at = sentence.indexOf(word); at >= 0; at = sentence.indexOf(word, at + 1)) if (standsAt(sentence, at)) return true;
        return false;
    }

    private boolean standsAt(String sentence, int at) {
        int end = at + word.length();
        if (isLatin(word.charAt(0)) && (at > 0 && isLatin(sentence.charAt(at - 1)) || end < sentence.length() && isLatin(sentence.charAt(end)))) return false;
        return notAfter.stream().noneMatch(before -> sentence.startsWith(before, at - before.length())) && notBefore.stream().noneMatch(after -> sentence.startsWith(after, end));
    }

    private static boolean isLatin(char c) {
        return c < 0x250 && Character.isLetter(c);
    }
}
