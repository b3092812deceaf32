package lianqiao.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lianqiao.town.RunningTown;
import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address that the running server answers has its row in the table of access, and every row its address. */
class RoutesTest {
    private static final String HOW_TO = """
            Add a row to app/src/main/resources/access/routes.csv: method, address as the handler names it, one cell for each role, a few plain words
            (no commas). A cell is one letter, or six when the address is about a case: own, private, foreign, secret, about, named.
            + may, 0 as if it were not there (404), i to the sign-in, f to the second factor, d on to the desk, n back to the case, c asked for number
            and code again. Parts {act}, {register}, {kind} and {group} get a row for each value. docs/access.md says more; write it anew with
            -Dtest=DocsTest -Dlianqiao.write-docs=true. Missing:
            """;

    /** An address as a handler names it. */
    private record Handled(String method, String pattern) {}

    private static List<Handled> handled() throws Exception {
        var all = new ArrayList<Handled>();
        RunningTown.open().get("/health");   // the servlet gathers its handlers at the first request
        for (var mapping : RunningTown.open().room(DispatcherServlet.class).getHandlerMappings()) all.addAll(in(mapping));
        return all;
    }

    private static List<Handled> in(HandlerMapping mapping) {
        return switch (mapping) {
            case RequestMappingHandlerMapping annotated -> annotated.getHandlerMethods().entrySet().stream().filter(e -> isOurs(e.getValue())).map(Map.Entry::getKey).flatMap(info -> {
                var methods = info.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
                return info.getPatternValues().stream().flatMap(pattern -> (methods.isEmpty() ? List.of("ANY") : methods).stream().map(method -> new Handled(method, pattern)));
            }).toList();
            case AbstractUrlHandlerMapping byAddress -> byAddress.getHandlerMap().keySet().stream().map(pattern -> new Handled("ANY", pattern)).toList();
            case RouterFunctionMapping functions when functions.getRouterFunction() == null -> List.of();
            default -> throw new AssertionError("addresses handled in a way this test cannot walk: " + mapping);
        };
    }

    /** Pages of other tests stand beside it on the class path. */
    private static boolean isOurs(HandlerMethod method) {
        return !method.getBeanType().getProtectionDomain().getCodeSource().getLocation().getPath().contains("test-classes");
    }

    private static boolean isOf(AccessTable.Row row, Handled handled) {
        return row.method().equals(handled.method()) && row.route().matches(regex(handled.pattern()));
    }

    /** Named parts stand in a row with their value, all others with their name. */
    private static String regex(String pattern) {
        var regex = "\\Q" + pattern + "\\E";
        for (var name : AccessTable.NAMED) regex = regex.replace("{" + name + "}", "\\E[a-z-]+\\Q");
        return regex;
    }

    static List<String> withoutRow(AccessTable table, List<Handled> handled) {
        return handled.stream().filter(h -> table.rows().stream().noneMatch(row -> isOf(row, h))).map(h -> h.method() + " " + h.pattern()).sorted().toList();
    }

    static List<String> withoutRoute(AccessTable table, List<Handled> handled) {
        return table.rows().stream().filter(row -> handled.stream().noneMatch(h -> isOf(row, h))).map(row -> row.method() + " " + row.route()).sorted().toList();
    }

    @Test void everyAddressHasARow() throws Exception {
        var missing = withoutRow(AccessTable.load(), handled());
        assertTrue(missing.isEmpty(), () -> HOW_TO + String.join("\n", missing));
        assertTrue(handled().size() > 70, "the walk has found hardly anything");
    }

    @Test void everyRowHasAnAddress() throws Exception {
        assertEquals(List.of(), withoutRoute(AccessTable.load(), handled()), "no handler answers these; take their rows out of access/routes.csv");
    }

    @Test void whatHasNoRowIsNotThere() throws Exception {
        assertEquals(404, RunningTown.open().get("/feed/nothing/urban.atom").statusCode());
        assertEquals(404, RunningTown.open().post("/follow/nothing", List.of()).statusCode());
        assertEquals(404, RunningTown.open().post("/my-data/nothing", List.of()).statusCode());
    }

    // the checks can bark

    private static final String HEAD = "method,route,anyone,officer,what\n";

    @Test void barksAtAnAddressWithoutARowAndAtARowWithoutAnAddress() {
        var table = AccessTable.read(HEAD + "GET,/a,+,+,a\nGET,/list/offices,0,+,b\nGET,/gone,+,+,c\n");
        var handled = List.of(new Handled("GET", "/a"), new Handled("POST", "/a"), new Handled("GET", "/list/{register}"), new Handled("GET", "/list/{number}"));
        assertEquals(List.of("GET /list/{number}", "POST /a"), withoutRow(table, handled));
        assertEquals(List.of("GET /gone"), withoutRoute(table, handled));
    }

    @Test void aTableThatIsNotWholeIsRefused() {
        for (var rows : List.of("GET,/a,+,a\n", "GET,/a,++++++,+,a\n", "GET,/a,+++,+++,a\n", "GET,/a,+,+,a\nGET,/a,0,0,a\n")) {
            assertThrows(IllegalArgumentException.class, () -> AccessTable.read(HEAD + rows), rows);
        }
    }

    @Test void aRequestFindsItsRow() {
        var table = AccessTable.read(HEAD + "GET,/list/offices,0,+,b\nGET,/case/{number},+0+000,++0000,c\nANY,/error,+,+,d\n");
        assertTrue(table.row("HEAD", "/list/{register}", Map.of("register", "offices")).orElseThrow().opensTo("officer"));
        assertTrue(table.row("GET", "/list/{register}", Map.of("register", "people")).isEmpty());
        assertTrue(table.row("POST", "/list/{register}", Map.of("register", "offices")).isEmpty());
        assertTrue(table.row("DELETE", "/error", Map.of()).isPresent());
        assertEquals(Set.of("anyone", "officer"), new HashSet<>(table.roles()));
        assertTrue(table.row("GET", "/case/{number}", Map.of("number", "x")).orElseThrow().isAboutACase());
    }
}
