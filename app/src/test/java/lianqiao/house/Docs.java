package lianqiao.house;

/** The pages under docs/, for tests of rooms whose formats are written down there. */
public final class Docs {
    private Docs() {}

    /** The whole page of that name, for example {@code log-format.md}. */
    public static String read(String page) {
        return House.read(House.APP.resolveSibling("docs").resolve(page));
    }
}
