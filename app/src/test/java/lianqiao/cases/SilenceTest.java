package lianqiao.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A property: whatever people do in whatever order, no case closes quietly and none is left without owner and clock. */
class SilenceTest {
    @Test void noneOfAHundredThousandRandomHistoriesClosesQuietly() {
        try (var town = new Town()) {
            var played = new RandomHistories(town.offices, Town.calendar(), Rules.standard()).play(100_000, 20261122);
            assertEquals(List.of(), played.faults());
            assertEquals(100_000, played.histories());
            assertTrue(played.steps() > 500_000, "the histories are long enough to mean something: " + played);
            assertEquals(EnumSet.allOf(Closing.class), played.closings().keySet());
            assertEquals(EnumSet.allOf(State.class), played.ends().keySet());
        }
    }
}
