package lianqiao.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * The few cookies there are, all of people who sign in or are about to: no script reads them, no other site sends them
 * along with a form, they end with the browser, and over https no other host can plant them ({@code __Host-}).
 *
 * @param safe whether the site is reached by https
 */
public record Cookies(boolean safe) {
    /** Who is about to sign in, so that what was begun in one browser cannot be ended in another. */
    public static final String SIGN_IN = "sign-in";

    public Optional<String> read(HttpServletRequest request, String name) {
        return Stream.ofNullable(WebUtils.getCookie(request, full(name))).map(cookie -> cookie.getValue()).filter(value -> !value.isEmpty()).findFirst();
    }

    /** Until the browser is closed. */
    public void set(HttpServletResponse response, String name, String value) {
        write(response, name, value, Duration.ofSeconds(-1));
    }

    public void drop(HttpServletResponse response, String name) {
        write(response, name, "", Duration.ZERO);
    }

    /** Drops the cookie of a session that has ended, and has the browser forget what scripts of ours have kept in it, such as drafts. */
    public void end(HttpServletResponse response, String name) {
        drop(response, name);
        response.setHeader("Clear-Site-Data", "\"storage\"");
    }

    private void write(HttpServletResponse response, String name, String value, Duration life) {
        var cookie = ResponseCookie.from(full(name), value).path("/").httpOnly(true).secure(safe).sameSite("Lax").maxAge(life).build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private String full(String name) {
        return safe ? "__Host-" + name : name;
    }
}
