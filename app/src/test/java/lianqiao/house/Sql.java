package lianqiao.house;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a statement must obey so that the same SQL runs on one machine and on a database spread by jurisdiction: read
 * as plain text, which is enough for the plain SQL of the stores.
 */
final class Sql {
    private static final Pattern STATEMENT = Pattern.compile(
            "\\s*(select\\s|insert\\s+into\\s|update\\s+\\w+\\s+(as\\s+)?(\\w+\\s+)?set\\s|delete\\s+from\\s|with\\s+(recursive\\s+)?\\w+.*\\bas\\b|merge\\s+into|lock\\s+table|truncate\\s|listen\\s|unlisten\\s|notify\\s).*",
            Pattern.DOTALL);
    private static final Pattern TABLE = Pattern.compile("(?<!distinct )\\b(?:from|join|update|into|using)\\s+(\\w+)(?!\\w|\\s*\\()");
    private static final Pattern COMMON_TABLE = Pattern.compile("(?:\\bwith(?:\\s+recursive)?|,)\\s+(\\w+)\\s*(?:\\([\\w, ]*\\)\\s*)?as\\s+(?:not\\s+)?(?:materialized\\s+)?\\(");
    private static final Pattern FROM_INSIDE_A_CALL = Pattern.compile("\\b(?:extract|substring|trim|overlay|position)\\s*\\([^()]*\\bfrom\\b[^()]*\\)");
    private static final Pattern MOVED = Pattern.compile("\\bset\\b(?:(?!\\bwhere\\b).)*\\bjurisdiction\\s*=", Pattern.DOTALL);
    private static final Pattern VALUE_ADDED_TO_TEXT = Pattern.compile("(?:[=<>]|like|in)\\s*\\(?\\s*'?%?" + Phrases.HOLE);
    private static final List<String> NO_TABLES = List.of("select", "lateral", "unnest", "set", "only", "values", "of", "skip");

    private Sql() {}

    static boolean isStatement(String text) {
        return STATEMENT.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }

    /** What is wrong with a statement; {@code kept} are the tables whose rows are never changed. */
    static List<String> faults(String statement, List<String> kept) {
        var sql = statement.toLowerCase(Locale.ROOT);
        var faults = new ArrayList<String>();
        if (selectsInsideValues(sql)) faults.add("sub-query inside VALUES");
        if (sql.contains("skip locked") && !sql.matches("(?s).*\\bjurisdiction\\s*=.*")) faults.add("SKIP LOCKED over all jurisdictions");
        if (sql.matches("(?s)\\s*update\\b.*") && MOVED.matcher(sql).find() || sql.contains("do update set jurisdiction")) faults.add("changes a row's jurisdiction");
        if (sql.matches("(?s)\\s*(listen|unlisten|notify)\\s.*") || sql.contains("pg_notify")) faults.add("LISTEN or NOTIFY");
        if (sql.matches("(?s).*\\b(create\\s+(or\\s+replace\\s+)?trigger|truncate)\\b.*")) faults.add("trigger or TRUNCATE");
        if (VALUE_ADDED_TO_TEXT.matcher(sql).find()) faults.add("a value is added to the text");
        for (var table : kept)
            if (sql.matches("(?s).*\\b(update|delete\\s+from)\\s+" + table + "\\b.*")) faults.add("changes rows of " + table);
        var tables = tables(sql);
        int said = sql.split("\\bjurisdiction\\b", -1).length - 1;
        if (said < tables.size()) faults.add("names jurisdiction " + said + " times for " + tables);
        return faults;
    }

    /** The tables a statement reads or writes, once for each time. */
    static List<String> tables(String statement) {
        var sql = FROM_INSIDE_A_CALL.matcher(statement.toLowerCase(Locale.ROOT)).replaceAll("call()").replace("for update", "for_update");
        var common = new HashSet<String>();
        COMMON_TABLE.matcher(sql).results().forEach(m -> common.add(m.group(1)));
        return TABLE.matcher(sql.replace("do update", "do_update")).results().map(m -> m.group(1))
                .filter(t -> !common.contains(t) && !NO_TABLES.contains(t) && !t.startsWith("pg_") && t.charAt(0) != Phrases.HOLE).toList();
    }

    private static boolean selectsInsideValues(String sql) {
        int at = sql.indexOf("values");
        if (!sql.contains("insert") || at < 0) return false;
        int depth = 0;
        for (int i = at + 6; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '(') depth++;
            else if (c == ')') depth--;
            else if (depth == 0 && c != ',' && !Character.isWhitespace(c)) return false;
            else if (depth > 1 && sql.startsWith("select", i)) return true;
        }
        return false;
    }
}
