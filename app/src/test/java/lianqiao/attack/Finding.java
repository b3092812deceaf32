package lianqiao.attack;

/**
 * Something an attacker could use.
 *
 * @param kind what kind of flaw it shows
 * @param where the method and address, or the part of the program
 */
public record Finding(Kind kind, String where, String what) {
    /** What the checks look for. */
    public enum Kind {
        XSS, SQL, REDIRECT, TRAVERSAL, HEADER, TRACE, SSRF, XXE, UPLOAD, CSRF, COOKIE, POLICY, CACHE, FORMULA, ACCESS, OBJECT, ENUMERATION, FIXATION, TOKEN, LOG, BINDING, SIZE
    }

    @Override public String toString() {
        return kind + " " + where + ": " + what;
    }
}
