package lianqiao.base;

/** A cell of a file that people open in a spreadsheet. */
public final class Cell {
    private static final String FORMULA = "=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20";

    private Cell() {}

    /** Keeps a spreadsheet from running what somebody typed, by an apostrophe in front; some take the full-width signs for the same. */
    public static String safe(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
