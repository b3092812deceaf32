package lianqiao.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
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

    @Test void aStepThatClosesQuietlyIsFoundOut() {
        try (var town = new Town()) {
            for (var quiet : List.of(
                    new Workflow.Step(State.HANDLING, Act.Note.class, State.CLOSED, "NoteWritten", false, EnumSet.allOf(By.Role.class)),
                    new Workflow.Step(State.ASSIGNED, Act.CloseConfirmed.class, State.CLOSED, "Forgotten", false, EnumSet.allOf(By.Role.class)),
                    new Workflow.Step(State.SENT_BACK, Act.Note.class, State.ANSWERED, "NoteWritten", false, EnumSet.allOf(By.Role.class)))) {
                var steps = new ArrayList<>(List.of(quiet));
                steps.addAll(Workflow.all());
                var played = new RandomHistories(steps, town.offices, Town.calendar(), Rules.standard()).play(20_000, 1);
                if (quiet.act() == Act.Note.class) assertEquals(1, played.faults().size(), quiet.toString());
                else assertEquals(List.of(), played.faults(), "without a verdict the guard refuses it even if the table had it");
            }
        }
    }
}
