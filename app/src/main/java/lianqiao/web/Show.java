package lianqiao.web;

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

    /** A ready answer that is not a page: a feed, a file, a picture. */
    public static View bytes(String contentType, byte[] body, Map<String, String> headers) {
        return (model, request, response) -> {
            response.setContentType(contentType);
            headers.forEach(response::setHeader);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        };
    }
}
