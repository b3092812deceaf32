package lianqiao.authenticity;

import static lianqiao.authenticity.Flood.LETTER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import lianqiao.town.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What came is kept as texts and people, on any node and after any start. */
class FoldsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private final TestDatabase town = TestDatabase.fresh();
    private final Written written = new Written();
    private final FoldCopies folding = new FoldCopies(town.database(), written);
    private final Folds folds = new Folds(town.database(), written);

    @AfterEach void close() {
        town.close();
    }

    private void letter(int signatories) {
        for (int i = 0; i < signatories; i++) written.by(i, true, Flood.edited(LETTER, i == 0 ? 0 : 0.02, i), NOON.plusSeconds(i));
    }

    @Test void aLetterSignedByFourHundredIsOneTextOfFourHundredPeopleBesideThirtySevenOwnTexts() {
        letter(400);
        for (int i = 0; i < 37; i++) written.by(1_000 + i, true, Flood.own(150, i), NOON);
        folding.run(NOON);
        var fold = folds.fold(1).orElseThrow();
        assertEquals(400, fold.texts());
        assertEquals(400, fold.persons());
        assertEquals(20, fold.strength(), 1e-6);
        assertEquals(new Tally(437, 437, 1, 37, 0, 57), folds.tally(LongStream.rangeClosed(1, 437).boxed().toList()));
        assertEquals(List.of(fold), folds.strongest(null, 10), "nobody in own words is in a fold");
        assertEquals(1, folds.group(400));
        assertEquals(420, folds.group(420));
        var seen = new ArrayList<Long>();
        var page = folds.members(fold, 0);
        for (; page.next() != 0; page = folds.members(fold, page.next())) page.members().forEach(member -> seen.add(member.said().key()));
        page.members().forEach(member -> seen.add(member.said().key()));
        assertEquals(LongStream.rangeClosed(1, 400).boxed().toList(), seen, "each can be reached");
    }

    @Test void anotherNodeGoesOnWhereTheFirstStopped() {
        letter(10);
        folding.run(NOON);
        for (int i = 10; i < 20; i++) written.by(i, true, Flood.edited(LETTER, 0.02, i), NOON);
        var other = new FoldCopies(town.database(), written);
        other.run(NOON);
        assertEquals(20, folds.fold(1).orElseThrow().persons());
        for (int i = 20; i < 30; i++) written.by(i, true, Flood.edited(LETTER, 0.02, i), NOON);
        folding.run(NOON);
        assertEquals(30, folds.fold(1).orElseThrow().persons());
        assertEquals(30, folding.held());
    }

    @Test void aYoungTextKeepsTheNameOfAFoldWhoseFirstTextsAreTooOldToBeHeld() {
        written.by(1, true, LETTER, NOON.minus(Duration.ofDays(100)));
        written.by(2, true, LETTER, NOON.minus(Duration.ofDays(20)));
        folding.run(NOON.minus(Duration.ofDays(20)));
        assertEquals(1, folds.group(2));
        var next = new FoldCopies(town.database(), written);
        written.by(3, true, LETTER, NOON);
        next.run(NOON);
        assertEquals(2, next.held(), "the first is too old");
        assertEquals(1, folds.group(3));
        assertEquals(3, folds.fold(1).orElseThrow().persons());
    }

    @Test void whatWasConcealedIsShownNoMoreAndStillCounted() {
        letter(5);
        folding.run(NOON);
        written.conceal(2);
        var fold = folds.fold(1).orElseThrow();
        assertEquals(List.of(1L, 3L, 4L, 5L), folds.members(fold, 0).members().stream().map(member -> member.said().key()).toList());
        new FoldCopies(town.database(), written).run(NOON);
        assertEquals(5, folds.fold(1).orElseThrow().persons());
    }

    @Test void twoHundredCopiesRaiseTheOrderByLittleAndMoveNoHonestText() {
        for (int i = 0; i < 6; i++) written.by(i, true, Flood.edited(LETTER, 0.01, i), NOON);
        folding.run(NOON);
        double before = folds.tally(LongStream.rangeClosed(1, 206).boxed().toList()).strength();
        for (int i = 0; i < 200; i++) written.by(10_000 + i, false, Flood.own(200, 7), NOON);
        folding.run(NOON);
        double after = folds.tally(LongStream.rangeClosed(1, 206).boxed().toList()).strength();
        assertEquals(Math.sqrt(Math.sqrt(200)), after - before, 1e-6);
        assertTrue(after - before <= Math.sqrt(200));
        assertEquals(6, folds.fold(1).orElseThrow().persons());
    }
}
