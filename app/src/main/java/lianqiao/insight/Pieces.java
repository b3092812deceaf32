package lianqiao.insight;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianqiao.base.Signs;

/**
 * Cuts a text into what two texts about the same thing share: of scripts without spaces each two neighbouring signs, of others each
 * word without its plural. Nothing reaches over punctuation. A piece is known by the number of its bucket alone.
 */
final class Pieces {
    static final int BUCKETS = 1 << 20;
    private static final int LEAST_WORD = 3;

    /** Words that say nothing about what a text is about. Where few texts have words with spaces at all, these would be rare and weigh much. */
    private static final Set<Integer> EMPTY = Stream.of(("the and for are was with that this have has had our not been from they you your all can when there their which would please will but what "
            + "about into any its who were out until every three after before because only just even more most much many some such than then them these those also very "
            + "over under again where while why how could should must may might does did doing done being here each both other another same own too now still yet ever never always often "
            + "one two four five six seven eight nine ten first last next day days week weeks month months year years time times since ago still through between during without within against "
            + "his her him she himself herself itself theirs mine yours ours off down back away around near make made take took get got goes going went come came say said says tell told ask asked need want "
            + "nobody everybody somebody anyone everyone someone nothing something anything people person thing things way lot really quite already almost enough today yesterday tomorrow").split(" "))
            .map(Pieces::hash).collect(Collectors.toSet());

    /** Told each piece with its first sign and the one after its last. */
    interface Sink {
        void piece(int bucket, int first, int end);
    }

    private Pieces() {}

    static void of(Signs signs, Sink sink) {
        for (int i = 0; i < signs.length(); ) {
            if (!signs.isSign(i)) {
                i++;
            } else if (Signs.isDense(signs.at(i))) {
                if (i + 1 < signs.length() && signs.isSign(i + 1) && Signs.isDense(signs.at(i + 1))) sink.piece(bucket(signs.at(i) * 0x9E3779B1 + signs.at(i + 1)), i, i + 2);
                i++;
            } else {
                i = word(signs, i, sink);
            }
        }
    }

    private static int word(Signs signs, int from, Sink sink) {
        int end = from;
        while (end < signs.length() && signs.isSign(end) && !Signs.isDense(signs.at(end))) end++;
        int length = stem(signs, from, end) - from;
        int whole = 7;
        int hash = 7;
        for (int i = from; i < end; i++) {
            whole = whole * 31 + signs.at(i);
            if (i < from + length) hash = whole;
        }
        if (length >= LEAST_WORD && !EMPTY.contains(whole)) sink.piece(bucket(hash | 1), from, end);
        return end;
    }

    private static int hash(String word) {
        int hash = 7;
        for (int i = 0; i < word.length(); i++) hash = hash * 31 + word.charAt(i);
        return hash;
    }

    /** Lamps and lamp, families and familie: what is taken for one need not be a word. */
    private static int stem(Signs signs, int from, int end) {
        boolean plural = end - from > LEAST_WORD && signs.at(end - 1) == 's' && signs.at(end - 2) != 's';
        return plural ? end - 1 : end;
    }

    private static int bucket(int hash) {
        int mixed = (hash ^ hash >>> 15) * 0x85EBCA6B;
        mixed = (mixed ^ mixed >>> 13) * 0xC2B2AE35;
        return (mixed ^ mixed >>> 16) >>> 12;
    }
}
