package lianqiao.authenticity;

import java.util.Arrays;

/** The text of a group that is most like the others, by their sketches; of a large group sixteen are asked, spread over its time. */
final class Middle {
    private static final int ASKED = 16;

    private Middle() {}

    /** @param sketchOf for each text its sketch or −1; @param before the middle so far, kept when no text has a sketch */
    static int of(int[] members, int[] sketchOf, Bands bands, int before) {
        var sketched = Arrays.stream(members).filter(text -> sketchOf[text] >= 0).toArray();
        int step = Math.max(1, sketched.length / ASKED);
        int best = before;
        double highest = -1;
        for (int i = 0; i < sketched.length; i += step) {
            double sum = 0;
            for (int j = 0; j < sketched.length; j += step) sum += bands.likeness(sketchOf[sketched[i]], sketchOf[sketched[j]]);
            if (sum <= highest) continue;
            highest = sum;
            best = sketched[i];
        }
        return best;
    }
}
