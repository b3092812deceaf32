package lianqiao.offices;

import java.util.regex.Pattern;

/** What every code of the directory looks like. ASCII, because codes travel in addresses, files and Open311. */
final class Codes {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9.-]{0,39}");

    private Codes() {}

    static boolean isWellFormed(String text) {
        return SHAPE.matcher(text).matches();
    }

    static void check(String text, String what) {
        if (!isWellFormed(text)) throw new IllegalArgumentException("not a code (" + what + "): " + text);
    }
}
