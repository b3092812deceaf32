package lianqiao.insight;

import java.util.Arrays;

/**
 * Puts each message, as it comes, into the issue whose middle it is most like, or lets it begin one. Holds the heaviest pieces of the newest
 * messages and no texts; forgets the oldest. The middle of an issue is the mean of its messages, kept as sums, so a newcomer costs what it
 * shares with others and no more. One thread at a time.
 */
final class SinglePass {
    static final int NONE = -1;
    private static final int PIECES = 256;
    /** A piece that more than an eighth of all messages have costs much and says nothing. */
    private static final int TOO_COMMON = 8;
    private static final int NEVER_TOO_COMMON = 200;

    private final double least;
    private final int most;
    private int[] issueOf;
    private int first;
    private int size;
    private int[][] holders = new int[Pieces.BUCKETS][];
    private float[][] weights = new float[Pieces.BUCKETS][];
    private int[] holding = new int[Pieces.BUCKETS];
    private float[] squares = new float[1024];
    private int issues;
    private float[] like = new float[1024];
    private int[] touched = new int[1024];

    /** @param least so like an issue a newcomer must be; @param most so many messages are remembered */
    SinglePass(double least, int most) {
        this.least = least;
        this.most = most;
        issueOf = new int[1024];
    }

    /** An issue without messages yet. */
    int begin() {
        if (issues == squares.length) {
            squares = Arrays.copyOf(squares, issues * 2);
            like = Arrays.copyOf(like, issues * 2);
            touched = Arrays.copyOf(touched, issues * 2);
        }
        return issues++;
    }

    /** The issue of a newcomer: one there is, or a new one. */
    int add(Vector message) {
        var heavy = message.heaviest(PIECES);
        int count = gather(heavy);
        int found = best(count);
        double shared = found == NONE ? 0 : like[found];
        clear(count);
        put(heavy, found == NONE ? begin() : found, shared);
        return issueOf[size - 1];
    }

    /** A message whose issue is known. */
    void add(Vector message, int issue) {
        var heavy = message.heaviest(PIECES);
        int count = gather(heavy);
        double shared = like[issue];
        clear(count);
        put(heavy, issue, shared);
    }

    int messages() {
        return size - first;
    }

    private int best(int count) {
        int best = NONE;
        double most = least;
        for (int i = 0; i < count; i++) {
            double cosine = like[touched[i]] / Math.sqrt(squares[touched[i]]);
            if (cosine < most) continue;
            most = cosine;
            best = touched[i];
        }
        return best;
    }

    private void clear(int count) {
        for (int i = 0; i < count; i++) like[touched[i]] = 0;
    }

    /** What a newcomer shares with all messages of each issue together, put beside the issues it touches. */
    private int gather(Vector heavy) {
        int common = Math.max(NEVER_TOO_COMMON, messages() / TOO_COMMON);
        int count = 0;
        for (int i = 0; i < heavy.size(); i++) {
            int bucket = heavy.buckets()[i];
            if (holding[bucket] > common) continue;
            for (int k = 0; k < holding[bucket]; k++) {
                int message = holders[bucket][k];
                if (message < first) continue;
                int issue = issueOf[message];
                if (like[issue] == 0) touched[count++] = issue;
                like[issue] += heavy.values()[i] * weights[bucket][k];
            }
        }
        return count;
    }

    private void put(Vector heavy, int issue, double shared) {
        if (size == issueOf.length) issueOf = Arrays.copyOf(issueOf, size * 2);
        squares[issue] += (float) (1 + 2 * shared);
        issueOf[size] = issue;
        for (int i = 0; i < heavy.size(); i++) hold(heavy.buckets()[i], heavy.values()[i]);
        size++;
        while (messages() > most) first++;
    }

    /** Its issue keeps its length when a message is forgotten: an old message still says where the middle was. */
    private void hold(int bucket, float weight) {
        if (holders[bucket] == null) {
            holders[bucket] = new int[2];
            weights[bucket] = new float[2];
        }
        if (holding[bucket] == holders[bucket].length) makeRoom(bucket);
        holders[bucket][holding[bucket]] = size;
        weights[bucket][holding[bucket]++] = weight;
    }

    /** Drops the forgotten, and grows where that is not enough. */
    private void makeRoom(int bucket) {
        int kept = 0;
        for (int k = 0; k < holding[bucket]; k++) {
            if (holders[bucket][k] < first) continue;
            holders[bucket][kept] = holders[bucket][k];
            weights[bucket][kept++] = weights[bucket][k];
        }
        holding[bucket] = kept;
        if (kept * 2 <= holders[bucket].length) return;
        holders[bucket] = Arrays.copyOf(holders[bucket], kept * 2);
        weights[bucket] = Arrays.copyOf(weights[bucket], kept * 2);
    }
}
