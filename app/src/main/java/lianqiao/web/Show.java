package lianqiao.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;

/**
 * What a controller answers with. A template's name is its path under {@code pages} without the ending,
 * for example {@code portal/ask}; it is given {@code frame} and, when there is one, {@code model}.
 */
public final class Show {
    /** Seconds after which it makes sense to come again when we were too busy, for programs that ask. */
    public static final String RETRY_AFTER = "10";

    private static final byte[] NO_PICTURE = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 270"><rect width="360" height="270" fill="#e4e2dc"/><path d="M140 75h80c0 40-28 45-28 60s28 20 28 60h-80c0-40 28-45 28-60s-28-20-28-60z" fill="none" stroke="#4a5a60" stroke-width="10"/></svg>
            """.getBytes(StandardCharsets.US_ASCII);

    private Show() {}

    public static View page(String template) {
        return new PageView(template, null, HttpStatus.OK, Map.of());
    }

    public static View page(String template, Object model) {
        return new PageView(template, model, HttpStatus.OK, Map.of());
    }

    public static View page(HttpStatus status, String template, @Nullable Object model) {
        return new PageView(template, model, status, Map.of());
    }

    public static View page(HttpStatus status, String template, @Nullable Object model, Map<String, String> headers) {
        return new PageView(template, model, status, headers);
    }

    /** Sends the reader on after a form was taken (303); {@code path} begins with a slash and gets the reader's prefixes. */
    public static View seeOther(String path) {
        if (!path.startsWith("/") || path.startsWith("//")) throw new IllegalArgumentException("not a path of this site");
        return (model, request, response) -> {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader("Location", Address.in(request).link(path));
            response.setHeader("Cache-Control", "no-store");
        };
    }

    /** The page that says nothing is here, with status 404. */
    public static View notFound() {
        return error(HttpStatus.NOT_FOUND);
    }

    /** The plain page for a status; for 400, 403, 404, 413, 503 it says what to do, for all others that something broke here. */
    public static View error(HttpStatus status) {
        var headers = status == HttpStatus.SERVICE_UNAVAILABLE ? Map.of("Cache-Control", "no-store", "Retry-After", RETRY_AFTER) : Map.of("Cache-Control", "no-store");
        return new PageView("web/error", ErrorPage.Model.of(status.value()), status, headers);
    }

    /** The page that says that too much came from the reader's network for now (429), and when to come again. */
    public static View tooMany(Duration rest) {
        var headers = Map.of("Cache-Control", "no-store", "Retry-After", Long.toString(Math.max(1, rest.toSeconds())));
        return new PageView("web/error", ErrorPage.Model.of(HttpStatus.TOO_MANY_REQUESTS.value()), HttpStatus.TOO_MANY_REQUESTS, headers);
    }

    /**
     * A picture that somebody sent us. However a browser is led to it, nothing in it can run: it is what it says it is, belongs to
     * no page of ours and has a harmless name.
     */
    public static View picture(byte[] jpeg, String caching) {
        return bytes("image/jpeg", jpeg, Map.of("Cache-Control", caching, "Content-Disposition", "inline; filename=\"photo.jpg\"",
                "Content-Security-Policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox"));
    }

    /** In place of a picture that cannot be shown; what to say about it stands beside it. */
    public static View noPicture() {
        return bytes("image/svg+xml", NO_PICTURE, Map.of("Cache-Control", "no-store", "Content-Security-Policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox"));
    }

    /** A ready answer that is not a page: a feed, a file, a picture. */
    public static View bytes(String contentType, byte[] body, Map<String, String> headers) {
        return (model, request, response) -> {
            response.setContentType(contentType);
            headers.forEach(response::setHeader);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        };
    }

    /** Answers at once with a page, for filters, which no controller serves. */
    public static void answer(View view, HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        try {
            view.render(Map.of(), request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
