package lianqiao.authenticity;

import static lianqiao.authenticity.Flood.LETTER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import lianqiao.town.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A flood put together anew for each message, so that hardly two of its texts are copies. */
class RecombinedFloodTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private final TestDatabase town = TestDatabase.fresh();
    private final Written written = new Written();
    private final FoldCopies folding = new FoldCopies(town.database(), written);
    private final RecountSharedPhrases counting = new RecountSharedPhrases(town.database(), written, List::of);
    private final Folds folds = new Folds(town.database(), written);

    @AfterEach void close() {
        town.close();
    }

    private void flood(int messages) {
        var texts = Flood.recombined(messages);
        for (int i = 0; i < messages; i++) written.by(5_000 + i, false, texts.get(i), NOON.plusSeconds(i));
    }

    private void days(int ordinary) {
        for (int i = 0; i < ordinary; i++) written.by(i, true, Flood.own(120, i), NOON);
    }

    private void runAll(Instant now) {
        folding.run(now);
        counting.run(now);
        folding.run(now);
    }

    @Test void twoHundredRecombinedMessagesAreOneTextAndRaiseTheOrderByTheirRootOnly() {
        days(60);
        runAll(NOON);
        double before = folds.topic("housing").orElseThrow().strength();
        flood(200);
        runAll(NOON);
        var fold = folds.strongest(null, 10);
        assertEquals(1, fold.size());
        assertTrue(fold.getFirst().persons() >= 190, fold.toString());
        counting.run(NOON);   // counts the people once more, by the folds there are now
        double after = folds.topic("housing").orElseThrow().strength();
        assertTrue(after - before <= Math.sqrt(200), before + " to " + after);
        assertEquals(260, folds.topic("housing").orElseThrow().persons(), "nobody is lost");
        var member = folds.members(fold.getFirst(), 0).members().getLast();
        assertEquals(Coverage.Mark.RECYCLED, member.shared().orElseThrow().mark());
        assertTrue(member.shared().get().spans().stream().allMatch(span -> span.others() >= 3), "each part says how many others wrote it");
    }

    @Test void whoWroteInOwnWordsIsInNoFold() {
        days(60);
        flood(40);
        runAll(NOON);
        for (long key = 1; key <= 60; key++) assertTrue(folds.fold(folds.group(key)).isEmpty());
        assertTrue(folds.strongest(null, 10).getFirst().persons() >= 38);
    }

    @Test void aLetterWithAParagraphOfOnesOwnKeepsItsPeople() {
        for (int i = 0; i < 60; i++) written.by(i, true, LETTER + Flood.own(45, i), NOON);
        runAll(NOON);
        var tally = folds.tally(LongStream.rangeClosed(1, 60).boxed().toList());
        assertEquals(60, tally.persons());
        assertEquals(1, tally.letters());
    }

    @Test void whatEverybodyWroteBeforeTheWindowIsNobodysSign() {
        var polite = "尊敬的市领导您好我是本市一名普通居民冒昧打扰请您百忙之中关注一下我们的困难谢谢";
        for (int i = 0; i < 20; i++) written.by(i, true, polite + Flood.own(30, i), NOON.minus(Duration.ofDays(120)));
        for (int i = 0; i < 20; i++) written.by(100 + i, true, polite + Flood.own(30, 100 + i), NOON);
        runAll(NOON);
        assertFalse(folds.strongest(null, 10).stream().anyMatch(fold -> fold.last().equals(NOON)), folds.strongest(null, 10).toString());
    }

    @Test void theMemoryBuiltAnewSaysTheSame() {
        days(10);
        flood(60);
        runAll(NOON);
        var before = folds.strongest(null, 10);
        new FoldCopies(town.database(), written).run(NOON);
        assertEquals(before, folds.strongest(null, 10));
    }
}
