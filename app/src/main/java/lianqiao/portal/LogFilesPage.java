package lianqiao.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import lianqiao.transparency.PublicLog;
import lianqiao.web.Show;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/**
 * The files of the public log, as any web server could serve them from its folder (C2SP tlog-tiles): a checkpoint that
 * changes, tiles and bundles that never do. Pages of other sites may read them too, to check us.
 */
@Controller
final class LogFilesPage {
    private static final String PREFIX = "/log/";
    private static final Map<String, String> CHANGES = Map.of("Cache-Control", "public, max-age=1", "Access-Control-Allow-Origin", "*", "Cross-Origin-Resource-Policy", "cross-origin");
    private static final Map<String, String> STAYS = Map.of("Cache-Control", "public, max-age=31536000, immutable", "Access-Control-Allow-Origin", "*", "Cross-Origin-Resource-Policy", "cross-origin");

    private final PublicLog log;

    LogFilesPage(PublicLog log) {
        this.log = log;
    }

    @GetMapping("/log/checkpoint")
    View checkpoint() {
        return log.file("checkpoint").map(bytes -> Show.bytes("text/plain; charset=utf-8", bytes, CHANGES)).orElseGet(Show::notFound);
    }

    @GetMapping("/log/tile/**")
    View tile(HttpServletRequest request) {
        var path = request.getRequestURI();
        return log.file(path.substring(path.indexOf(PREFIX) + PREFIX.length())).map(bytes -> Show.bytes("application/octet-stream", bytes, STAYS)).orElseGet(Show::notFound);
    }
}
