package lianqiao.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import lianqiao.base.Language;
import org.jspecify.annotations.Nullable;

/**
 * Where a reader is: the language and type size chosen by the prefixes of the path, and the path and query behind them.
 * Chinese and normal type have no prefix; English is {@code /en}, large type {@code /large}, both {@code /en/large}.
 */
record Address(Language language, boolean largeType, String path, @Nullable String query) {
    private static final String KEY = Address.class.getName();
    private static final String ENGLISH = "/en";
    private static final String LARGE = "/large";
    private static final Pattern MANY_SLASHES = Pattern.compile("^[/\\\\]+");

    /** Reads the prefixes of a raw (still percent-encoded) request path. */
    static Address of(String rawPath, @Nullable String query) {
        var rest = without(ENGLISH, rawPath);
        var language = rest.equals(rawPath) ? Language.ZH : Language.EN;
        var path = without(LARGE, rest);
        return new Address(language, !path.equals(rest), path, query);
    }

    /** The address that the language filter found for this request; Chinese and normal type when it never ran. */
    static Address in(HttpServletRequest request) {
        return request.getAttribute(KEY) instanceof Address found ? found : of(request.getRequestURI(), request.getQueryString());
    }

    void keepIn(HttpServletRequest request) {
        request.setAttribute(KEY, this);
    }

    static boolean isKnownFor(HttpServletRequest request) {
        return request.getAttribute(KEY) != null;
    }

    /**
     * The path of a page in this language and type size; {@code to} begins with a slash and has no prefix. Two slashes in
     * front, as in {@code /en//elsewhere.example}, would lead to another host, so one remains.
     */
    String link(String path) {
        var to = path.length() > 1 && (path.charAt(1) == '/' || path.charAt(1) == '\\') ? MANY_SLASHES.matcher(path).replaceFirst("/") : path;
        var prefix = (language == Language.EN ? ENGLISH : "") + (largeType ? LARGE : "");
        return to.equals("/") && !prefix.isEmpty() ? prefix : prefix + to;
    }

    /** This very page, with its query. */
    String here() {
        return link(query == null ? path : path + "?" + query);
    }

    Address inOtherLanguage() {
        return new Address(language == Language.ZH ? Language.EN : Language.ZH, largeType, path, query);
    }

    Address inOtherTypeSize() {
        return new Address(language, !largeType, path, query);
    }

    private static String without(String prefix, String path) {
        if (path.equals(prefix)) return "/";
        return path.startsWith(prefix + "/") ? path.substring(prefix.length()) : path;
    }
}
