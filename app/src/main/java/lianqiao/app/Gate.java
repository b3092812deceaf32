package lianqiao.app;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import lianqiao.access.AccessTable;
import lianqiao.access.AccessTable.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Stands before every handler and lets through whom the table of access names. It denies by default: what has no row is
 * not there, and neither is what a role has no business with. Whose case it is, the handler asks. Thread-safe.
 */
final class Gate implements HandlerInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    /** Roles that need no name: whoever reads, and whoever has a number and a code, which only the handler can try. */
    private static final Set<String> EVERYBODY = Set.of("anyone", "code");

    private final AccessTable table;
    private final Function<HttpServletRequest, Set<String>> roles;

    /** @param roles what the sender of a request is, by the names of the table's columns */
    Gate(AccessTable table, Function<HttpServletRequest, Set<String>> roles) {
        this.table = table;
        this.roles = roles;
    }

    @Override public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) return true;
        var row = table.row(request.getMethod(), pattern(request), values(request));
        if (row.isPresent() && isOpen(row.get(), request)) return true;
        if (row.isPresent() && request.getUserPrincipal() != null) LOG.info("refused: {} {} to somebody who is {}", request.getMethod(), pattern(request), String.join(" ", new TreeSet<>(roles.apply(request))));
        response.sendError(HttpStatus.NOT_FOUND.value());
        return false;
    }

    private boolean isOpen(Row row, HttpServletRequest request) {
        return EVERYBODY.stream().anyMatch(row::opensTo) || roles.apply(request).stream().anyMatch(row::opensTo);
    }

    private static String pattern(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> values(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> values ? (Map<String, String>) values : Map.of();
    }
}
