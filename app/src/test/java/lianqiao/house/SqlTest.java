package lianqiao.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lianqiao.house.Phrases.Phrase;
import org.junit.jupiter.api.Test;

/** The statements in the code run unchanged on a database that is spread over machines by jurisdiction. */
class SqlTest {
    /** Makes the roles of the built-in server: works on the server's own tables, with names that stand in the code. */
    private static final String SETTING_UP = "lianqiao/store/Roles.java";

    private static List<Phrase> statements() {
        return Phrases.in(House.MAIN, House.files(House.MAIN, ".java")).stream()
                .filter(p -> Sql.isStatement(p.text()) && p.forPeople() && !p.file().equals(SETTING_UP)).toList();
    }

    @Test void everyStatementObeysTheRules() {
        var faults = statements().stream().flatMap(p -> Sql.faults(p.text(), Schema.KEPT).stream().map(f -> f + ": " + p)).toList();
        assertEquals("", String.join("\n", faults));
    }

    @Test void theStatementsOfTheStoresAreFound() {
        assertTrue(statements().size() > 30, "only " + statements().size() + " statements found");
    }

    // the rules can bark

    private static List<String> faults(String sql) {
        assertTrue(Sql.isStatement(sql), sql);
        return Sql.faults(sql, List.of("events"));
    }

    @Test void barksAtASubQueryInsideValues() {
        assertEquals(List.of("sub-query inside VALUES"),
                faults("insert into a (jurisdiction, n) values (?, (select max(n) from b where jurisdiction = ?))"));
        assertEquals(List.of(), faults("insert into a (jurisdiction, n) values (?, coalesce(?, 1)) on conflict (jurisdiction) do nothing"));
        assertEquals(List.of(), faults("insert into a (jurisdiction, n) select jurisdiction, n from b where jurisdiction = ?"));
        assertEquals(List.of(), faults("""
                with new as (insert into a (jurisdiction) values (?) returning n)
                select n from new union all select n from a where jurisdiction = ?"""));
    }

    @Test void barksAtSkippingLocksOverAllJurisdictions() {
        assertEquals(List.of("SKIP LOCKED over all jurisdictions"), faults("select jurisdiction from a order by n for update skip locked"));
        assertEquals(List.of(), faults("select n from a where jurisdiction = ? for update skip locked"));
    }

    @Test void barksAtMovingARow() {
        assertEquals(List.of("changes a row's jurisdiction"), faults("update a set n = 1, jurisdiction = ? where n = ?"));
        assertEquals(List.of(), faults("update a set n = 1 where jurisdiction = ?"));
    }

    @Test void barksAtShoutingAcrossNodes() {
        assertEquals(List.of("LISTEN or NOTIFY"), faults("notify cases"));
        assertEquals(List.of("LISTEN or NOTIFY"), faults("select pg_notify('cases', '')"));
    }

    @Test void barksAtChangingWhatIsKept() {
        assertEquals(List.of("changes rows of events"), faults("update events set name = ? where jurisdiction = ?"));
        assertEquals(List.of("changes rows of events"), faults("delete from events where jurisdiction = ?"));
        assertEquals(List.of("trigger or TRUNCATE"), faults("truncate a"));
    }

    @Test void barksAtAStatementThatForgetsTheJurisdiction() {
        assertEquals(List.of("names jurisdiction 0 times for [a]"), faults("select n from a where n = ?"));
        assertEquals(List.of("names jurisdiction 1 times for [a, b]"), faults("select n from a join b on a.n = b.n where a.jurisdiction = ?"));
        assertEquals(List.of(), faults("select extract(day from at) from a join b using (jurisdiction, n) where a.jurisdiction = ?"));
        assertEquals(List.of(), faults("select unnest(x) from a, unnest(?) where jurisdiction = ? and x is distinct from y"));
    }

    @Test void barksAtAValueAddedToTheText() {
        var code = Phrases.in("P.java", "class P { Object o(String n) { return sql(\"select n from a where jurisdiction = ? and n = '\" + n + \"'\"); } }");
        assertEquals(List.of("a value is added to the text"), faults(code.getFirst().text()));
    }

    @Test void constantsOfTheSameFileAreReadAlong() {
        var code = Phrases.in("P.java", """
                class P {
                    private static final String HERE = " where jurisdiction = ?";
                    Object o() { return sql("select n from a" + HERE); }
                }
                """);
        assertEquals(List.of(), faults(code.getLast().text()));
    }
}
