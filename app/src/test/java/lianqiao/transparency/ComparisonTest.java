package lianqiao.transparency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import lianqiao.transparency.CompareEventsWithTheLog.EventsDifferFromTheLog;
import lianqiao.transparency.Comparison.Difference;
import lianqiao.transparency.Comparison.What;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody with all rights in the database changes what is stored; what was published says otherwise, and the comparison names the place. */
class ComparisonTest {
    private static final int STEPS = 600;
    private final LogTown town = new LogTown();
    private final Comparison comparison = new Comparison(town.database.database(), town.folder);

    @BeforeEach void aLogOfSomeHundredSteps() {
        var log = town.start();
        log.advance(LogTown.NOW);
        town.writes(STEPS);
        log.advance(LogTown.NOW);
        assertEquals(STEPS, comparison.published().orElseThrow());
        assertEquals(Optional.empty(), comparison.first(0, STEPS));
        assertEquals(Optional.empty(), comparison.neverTakenUp());
    }

    @AfterEach void close() {
        town.close();
    }

    private void assertFound(What what, int step, String part) {
        assertEquals(Optional.of(new Difference(what, step - 1, "lamp", step, part)), comparison.first(0, STEPS));
    }

    @Test void everyColumnOfAnEventIsCompared() {
        var changes = List.of(List.of("t", "at = at - interval '3 days'"), List.of("by", "role = 'RESIDENT'"), List.of("unit", "office = 'parks'"),
                List.of("commit", "officer = 'o2'"), List.of("commit", "officer = null"), List.of("ev", "name = 'ReplyPublished'"),
                List.of("commit", "facts = '{\"lead\":\"parks\"}'"), List.of("commit", "facts = '{\"due\":\"2026-11-30T16:00:00Z\"}'"));
        for (var change : changes) {
            town.asOwner("create table kept as select * from events where number = 300");
            town.asOwner("update events set " + change.get(1) + " where number = 300");
            var found = comparison.first(0, STEPS).orElseThrow(() -> new AssertionError(change.get(1)));
            assertEquals(new Difference(What.EVENT_CHANGED, 299, "lamp", 300, change.get(0)), found, change.get(1));
            town.asOwner("update events e set at = k.at, role = k.role, office = k.office, officer = k.officer, name = k.name, facts = k.facts from kept k where e.number = k.number");
            town.asOwner("drop table kept");
            assertEquals(Optional.empty(), comparison.first(0, STEPS), "put back");
        }
    }

    @Test void whoeverChangesTheLeafAsWellIsFoundByTheHashAndThenByTheFile() {
        town.asOwner("update events set leaf = convert_to(replace(convert_from(leaf, 'UTF8'), 'lighting', 'parksand'), 'UTF8'), office = 'parksand' where number = 600");
        assertFound(What.LEAF_CHANGED, 600, "");
        town.asOwner("update log_leaf l set hash = sha256('\\x00'::bytea || e.leaf) from events e where e.subject = l.subject and e.number = l.number and l.number = 600");
        assertFound(What.PUBLISHED_OTHERWISE, 600, "");
    }

    @Test void whatIsGoneAndWhatWasSlippedInIsNamed() {
        town.asOwner("delete from log_leaf where idx = 17");
        assertEquals(Optional.of(new Difference(What.ENTRY_GONE, 17, "", 0, "")), comparison.first(0, STEPS));
        assertEquals(Optional.of(new Difference(What.NEVER_TAKEN_UP, -1, "lamp", 18, "")), comparison.neverTakenUp());
        town.asOwner("delete from event_salts where number = 5");
        town.asOwner("delete from events where number = 5");
        assertFound(What.EVENT_GONE, 5, "");
    }

    @Test void wordsThatWereLawfullyForgottenAreNoDifference() {
        town.events().forgetSalts("lamp", 7, List.of("text"));
        assertEquals(Optional.empty(), comparison.first(0, STEPS));
    }

    @Test void theJobLooksAtTheNewestEveryTimeAndAtAllOthersInTurn() {
        var job = new CompareEventsWithTheLog(comparison);
        job.run(LogTown.NOW);
        town.asOwner("update events set role = 'HEAD' where number = 2");
        var broken = assertThrows(EventsDifferFromTheLog.class, () -> job.run(LogTown.NOW));
        assertTrue(broken.getMessage().contains("EVENT_CHANGED at entry 1, case lamp, step 2, in by"), broken.getMessage());
    }
}
