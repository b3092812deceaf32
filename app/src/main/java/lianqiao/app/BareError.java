package lianqiao.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import lianqiao.web.SecurityHeaders;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/**
 * The answer to what is no request at all, given before anything of ours has seen it: bare words with the protective headers,
 * in place of a page that names the server and repeats what was sent.
 */
public final class BareError extends ErrorReportValve {
    private static final byte[] WORDS = "请求无法识别。 This request could not be understood.\n".getBytes(StandardCharsets.UTF_8);

    @Override protected void report(Request request, Response response, Throwable fault) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
        SecurityHeaders.withoutPage().forEach(response::setHeader);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/plain;charset=utf-8");
        try {
            response.getOutputStream().write(WORDS);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            // Nobody is there to read it.
        }
    }
}
