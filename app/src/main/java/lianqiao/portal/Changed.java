package lianqiao.portal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import org.springframework.web.servlet.View;

/** An answer that a reader who has it already is not sent again. */
final class Changed {
    private static final int FRESH_SECONDS = 300;

    private Changed() {}

    /** 304 when the reader's copy is this very one; {@code at} is when it changed last. */
    static View since(Instant at, String contentType, byte[] body) {
        var tag = "\"" + hash(body) + "\"";
        return (model, request, response) -> {
            response.setHeader("ETag", tag);
            response.setHeader("Last-Modified", DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)));
            response.setHeader("Cache-Control", "public, max-age=" + FRESH_SECONDS);
            if (tag.equals(request.getHeader("If-None-Match"))) {
                response.setStatus(304);
                return;
            }
            response.setContentType(contentType);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        };
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
