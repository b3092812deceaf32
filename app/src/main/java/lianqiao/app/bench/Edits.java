package lianqiao.app.bench;

import java.util.Random;

/** Random edits as a careless or cunning copier makes them: a sign left out, put in or replaced by one of other people's. */
final class Edits {
    private final String signs;

    /** @param signs what is put in is drawn from here, so that frequent signs are frequent */
    Edits(String signs) {
        this.signs = signs;
    }

    /** @param share of the signs that are edited, each by itself */
    String edited(String text, double share, Random random) {
        var edited = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int kind = random.nextDouble() < share ? random.nextInt(3) : 3;
            if (kind == 1 || kind == 2) edited.append(signs.charAt(random.nextInt(signs.length())));
            if (kind == 1 || kind == 3) edited.append(text.charAt(i));
        }
        return edited.toString();
    }

    /** Words of one's own: a piece of a real message, of so many signs. */
    String piece(int length, Random random) {
        int from = random.nextInt(signs.length() - length);
        return signs.substring(from, from + length);
    }
}
