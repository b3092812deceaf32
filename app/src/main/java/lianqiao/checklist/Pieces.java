package lianqiao.checklist;

import java.util.ArrayList;
import java.util.List;
import lianqiao.base.Signs;

/** A text cut into what can be compared: every two neighbours in scripts without spaces, whole words in others. */
final class Pieces {
    private static final int LEAST_WORD = 3;

    /** A piece and where it stands among the signs. */
    record Piece(int hash, int first, int end) {}

    private Pieces() {}

    static List<Piece> of(Signs signs) {
        var pieces = new ArrayList<Piece>();
        for (int i = 0; i < signs.length(); i++) {
            if (!signs.isSign(i)) continue;
            if (Signs.isDense(signs.at(i))) {
                if (i + 1 < signs.length() && signs.isSign(i + 1) && Signs.isDense(signs.at(i + 1))) pieces.add(new Piece(signs.at(i) * 31 * 31 + signs.at(i + 1), i, i + 2));
            } else {
                i = word(signs, i, pieces) - 1;
            }
        }
        return pieces;
    }

    private static int word(Signs signs, int from, List<Piece> pieces) {
        int end = from;
        int hash = 7;
        while (end < signs.length() && signs.isSign(end) && !Signs.isDense(signs.at(end))) hash = hash * 131 + signs.at(end++);
        if (end - from >= LEAST_WORD) pieces.add(new Piece(hash, from, end));
        return end;
    }
}
