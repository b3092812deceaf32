package lianqiao.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LessonsTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");
    private final Lessons lessons = new Lessons();

    private static Correction correction(int group, String label, String teacher, LocalDate day) {
        return new Correction("text " + group, label, group, teacher, day);
    }

    @Test void fiftyADayAreLearnedFromOnePersonAndMoreTheNextDay() {
        long learned = IntStream.range(0, 80).filter(i -> lessons.take(correction(i, "A", "wang", MONDAY)).isDone()).count();
        assertEquals(50, learned);
        assertEquals("Refused[why=routing.lesson.many, details=[50]]", lessons.take(correction(99, "A", "wang", MONDAY)).toString());
        assertTrue(lessons.take(correction(99, "A", "li", MONDAY)).isDone());
        assertTrue(lessons.take(correction(100, "A", "wang", MONDAY.plusDays(1))).isDone());
    }

    @Test void aNearCopyOfWhatWasLearnedIsNotLearnedAgain() {
        assertTrue(lessons.take(correction(1, "A", "wang", MONDAY)).isDone());
        assertFalse(lessons.take(correction(1, "A", "wang", MONDAY)).isDone());
        assertFalse(lessons.take(correction(1, "A", "li", MONDAY)).isDone());
        assertTrue(lessons.take(correction(1, "B", "li", MONDAY)).isDone(), "another subject is news");
    }

    @Test void whoIsContradictedWeighsLess() {
        assertEquals(1.0, lessons.take(correction(1, "A", "wang", MONDAY)).orThrow().weight());
        lessons.take(correction(1, "B", "li", MONDAY));
        assertEquals(2.0 / 3, lessons.take(correction(2, "A", "wang", MONDAY)).orThrow().weight(), 1e-9);
        lessons.take(correction(2, "A", "zhao", MONDAY));
        assertEquals(3.0 / 4, lessons.take(correction(3, "A", "wang", MONDAY)).orThrow().weight(), 1e-9);
        assertEquals(1.0, lessons.take(correction(4, "A", "zhao", MONDAY)).orThrow().weight(), 1e-9);
    }

    @Test void theScoresAreWhatTheyAreCalled() {
        var tried = List.of(tried("A", 0.9, "A", "B"), tried("A", 0.8, "A", "B"), tried("A", 0.7, "B", "C"), tried("B", 0.6, "B", "A"), tried("B", 0.5, "A", "C"));
        var scores = Scores.of(tried);
        assertEquals(0.6, scores.accuracy(), 1e-9);
        assertEquals((2.0 / 3 + 0.5) / 2, scores.macroF1(), 1e-9);   // A: 2 of 3 said, 2 of 3 found; B: 1 of 2, 1 of 2
        assertEquals(0.6, scores.topThree(), 1e-9);
        assertEquals(0.75, scores.surest(), 1e-9);
        assertEquals(0.2, scores.preselected(), 1e-9);
        assertTrue(scores.holdsUpTo(scores));
        assertFalse(scores.holdsUpTo(Scores.of(List.of(tried("A", 0.9, "A", "B")))));
    }

    private static Tried tried(String truth, double probability, String first, String second) {
        var advice = probability >= 0.9 ? Advice.PRESELECT : Advice.UNSURE;
        return new Tried(truth, new Suggestion(List.of(new Choice(first, probability), new Choice(second, 1 - probability)), 0.1, advice, "m"));
    }

    @Test void aModelThatIsOftenWrongIsMadeLessSure() {
        var scores = IntStream.range(0, 100).mapToObj(_ -> new float[] {1, 0}).toList();
        var mostlyRight = Calibration.of(scores, IntStream.range(0, 100).map(i -> i < 95 ? 0 : 1).toArray());
        var oftenWrong = Calibration.of(scores, IntStream.range(0, 100).map(i -> i < 60 ? 0 : 1).toArray());
        assertEquals(0.95, mostlyRight.probabilities(new float[] {1, 0})[0], 0.001);
        assertEquals(0.60, oftenWrong.probabilities(new float[] {1, 0})[0], 0.001);
    }
}
