package lianqiao.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lianqiao.base.Public;

/**
 * Who may ask for what: one row for each method and address, read from {@code access/routes.csv}. An address that has no
 * row is answered by nobody. Immutable.
 */
public final class AccessTable {
    /** Parts of an address whose values are named one by one: each value has a row of its own, and any other is refused. */
    public static final Set<String> NAMED = Set.of("act", "register", "kind", "group");
    /** Which case a cell speaks of, in the order of the letters of a cell. */
    public static final List<String> OBJECTS = List.of("own", "private", "foreign", "secret", "about", "named");
    public static final char MAY = '+';
    /** Nothing to do here any more: the handler leads on to the desk. */
    public static final char LED_ON = 'd';
    /** Pages of one's own, of residents who chose to sign in; they have no column, for nothing else depends on it. */
    public static final char MINE = 'm';
    public static final String RESIDENT = "resident";
    private static final String FILE = "/access/routes.csv";
    private static final int BEFORE_ROLES = 2;

    /**
     * @param route as the handler names it, with named parts filled in
     * @param cells by role: one letter, or one for each of {@link #OBJECTS}
     * @param what in plain words
     */
    public record Row(String method, String route, Map<String, String> cells, String what) implements Public {
        /** Whether the row is about a case, so that it matters whose. */
        public boolean isAboutACase() {
            return cells.values().iterator().next().length() > 1;
        }

        /** Whether somebody with this role may come as far as the handler. A resident who has signed in may what anybody may, and has pages of their own. */
        public boolean opensTo(String role) {
            if (role.equals(RESIDENT)) return opensTo("anyone") || cells.getOrDefault("anyone", "").indexOf(MINE) >= 0;
            var cell = cells.getOrDefault(role, "");
            return cell.indexOf(MAY) >= 0 || cell.indexOf(LED_ON) >= 0;
        }
    }

    private final List<String> roles;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    private AccessTable(String text) {
        var lines = text.lines().filter(line -> !line.isBlank()).toList();
        var head = lines.getFirst().split(",");
        roles = List.of(head).subList(BEFORE_ROLES, head.length - 1);
        for (var line : lines.subList(1, lines.size())) {
            var row = row(line.split(",", head.length));
            if (rows.put(key(row.method(), row.route()), row) != null) throw new IllegalArgumentException("two rows for " + row.method() + " " + row.route());
        }
    }

    private Row row(String[] fields) {
        if (fields.length != roles.size() + BEFORE_ROLES + 1) throw new IllegalArgumentException("too few cells in the row " + String.join(",", fields));
        var cells = new LinkedHashMap<String, String>();
        for (int i = 0; i < roles.size(); i++) cells.put(roles.get(i), fields[BEFORE_ROLES + i]);
        var lengths = new HashSet<>(cells.values().stream().map(String::length).toList());
        if (lengths.size() != 1 || !Set.of(1, OBJECTS.size()).containsAll(lengths)) throw new IllegalArgumentException("cells of different length in the row " + String.join(",", fields));
        return new Row(fields[0], fields[1], cells, fields[fields.length - 1]);
    }

    /** The table of this program. */
    public static AccessTable load() {
        try (var in = AccessTable.class.getResourceAsStream(FILE)) {
            if (in == null) throw new IllegalStateException(FILE + " is missing");
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table from its text; refuses one that is not whole. */
    public static AccessTable read(String text) {
        return new AccessTable(text);
    }

    /** The columns, from those who are nobody to those who may change the settings. */
    public List<String> roles() {
        return roles;
    }

    public List<Row> rows() {
        return new ArrayList<>(rows.values());
    }

    /**
     * The row for a request.
     *
     * @param pattern as the handler names it
     * @param values what stands in its variable parts
     */
    public Optional<Row> row(String method, String pattern, Map<String, String> values) {
        var route = pattern;
        for (var name : NAMED) if (values.containsKey(name)) route = route.replace("{" + name + "}", values.get(name));
        return exactly(method, route).or(() -> exactly("ANY", pattern));
    }

    private Optional<Row> exactly(String method, String route) {
        return Optional.ofNullable(rows.get(key(method.equals("HEAD") ? "GET" : method, route)));
    }

    private static String key(String method, String route) {
        return method + " " + route;
    }
}
