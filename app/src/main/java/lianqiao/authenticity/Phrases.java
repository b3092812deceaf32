package lianqiao.authenticity;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Who used which phrase, in one window of time and one topic or district: for each run of eight Han signs, or twelve
 * letters, the keys of the different voices that wrote it. Text does not come back out of it. Not thread-safe.
 */
public final class Phrases {
    /** Of one phrase so many voices are told apart; after that texts are counted. */
    public static final int MOST_COUNTED = 64;

    private final FoldRules rules;
    /** A phrase of one voice holds that voice's number; one of more holds −2 − the place of its set. */
    private final LongTable voiceOrSet = new LongTable(1024);
    private final LongTable numberOf = new LongTable(64);
    /** Each set: how many, then the numbers of the first voices. */
    private int[][] sets = new int[64][];
    private int used;

    public Phrases(FoldRules rules) {
        this.rules = rules;
    }

    /** Remembers that this voice wrote these phrases. The same text of the same voice again changes nothing. */
    public void add(long voice, String text) {
        int number = numberOf.get(voice);
        if (number < 0) numberOf.put(voice, number = numberOf.size());
        int writer = number;
        each(Clean.of(text), phrase -> add(phrase, writer));
    }

    /** How many different people have written here. */
    public int voices() {
        return numberOf.size();
    }

    FoldRules rules() {
        return rules;
    }

    /** How many others than this voice used a phrase; a negative voice is nobody here. */
    int others(long phrase, int voice) {
        int held = voiceOrSet.get(phrase);
        if (held == -1) return 0;
        if (held >= 0) return held == voice ? 0 : 1;
        var set = sets[-2 - held];
        int most = Math.min(set[0], MOST_COUNTED);
        return set[0] > MOST_COUNTED ? MOST_COUNTED : holds(set, voice) ? most - 1 : most;
    }

    /** All voices of a phrase; beyond {@link #MOST_COUNTED} all texts. */
    int users(long phrase) {
        int held = voiceOrSet.get(phrase);
        return held == -1 ? 0 : held >= 0 ? 1 : sets[-2 - held][0];
    }

    int number(long voice) {
        return numberOf.get(voice);
    }

    void each(Clean text, LongConsumer phrase) {
        for (long hash : Shingles.set(inOrder(text))) phrase.accept(hash);
    }

    long[] inOrder(Clean text) {
        return Shingles.inOrder(text, rules.phrase(text.isDense()));
    }

    private void add(long phrase, int voice) {
        int held = voiceOrSet.get(phrase);
        if (held == -1) voiceOrSet.put(phrase, voice);
        else if (held >= 0 && held != voice) voiceOrSet.put(phrase, -2 - set(held, voice));
        else if (held < -1) more(-2 - held, voice);
    }

    private int set(int one, int other) {
        if (used == sets.length) sets = Arrays.copyOf(sets, used * 2);
        sets[used] = new int[] {2, one, other};
        return used++;
    }

    private void more(int place, int voice) {
        var set = sets[place];
        if (holds(set, voice)) return;
        int size = ++set[0];
        if (size > MOST_COUNTED) return;
        if (size == set.length) sets[place] = set = Arrays.copyOf(set, Math.min(set.length * 2, MOST_COUNTED + 1));
        set[size] = voice;
    }

    private static boolean holds(int[] set, int voice) {
        for (int i = Math.min(set[0], set.length - 1); i > 0; i--) if (set[i] == voice) return true;
        return false;
    }
}
