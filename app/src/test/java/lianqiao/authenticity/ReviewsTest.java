package lianqiao.authenticity;

import static lianqiao.authenticity.Flood.LETTER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import lianqiao.authenticity.Decision.Kind;
import lianqiao.base.Outcome;
import lianqiao.town.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever doubts a fold is heard, what officers decide stands in public, and nothing is taken from anybody. */
class ReviewsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private final TestDatabase town = TestDatabase.fresh();
    private final Written written = new Written();
    private final FoldCopies folding = new FoldCopies(town.database(), written);
    private final Folds folds = new Folds(town.database(), written);
    private final Reviews reviews = new Reviews(town.database());

    @AfterEach void close() {
        town.close();
    }

    private void letter(int signatories, boolean verified) {
        for (int i = 0; i < signatories; i++) written.by(i, verified, LETTER, NOON.plusSeconds(i));
        folding.run(NOON);
    }

    private static String why(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> no ? no.why() : "done";
    }

    @Test void aTextThatWasTakenOutStaysApartAtOnceAndAfterEveryStart() {
        letter(10, true);
        reviews.ask(1, 4, true, "mine is about another house", NOON);
        var request = reviews.open(1).getFirst();
        assertEquals("done", why(reviews.takeOut(1, 4, request.id(), "about another house", "shen", NOON)));
        assertEquals(4, folds.group(4));
        assertEquals(9, folds.fold(1).orElseThrow().persons());
        assertEquals(List.of(), reviews.open());
        assertEquals("authenticity.review.already", why(reviews.keep(1, request.id(), "again", "shen", NOON)), "decided once");
        assertEquals(List.of(Kind.ASKED, Kind.TAKE_OUT), reviews.about(1).stream().map(Decision::kind).toList());
        assertEquals(List.of(Kind.ASKED, Kind.TAKE_OUT), reviews.about(4).stream().map(Decision::kind).toList(), "also on the page of the text itself");
        for (var job : List.of(folding, new FoldCopies(town.database(), written))) {
            job.run(NOON);
            assertEquals(4, folds.group(4));
            assertEquals(9, folds.fold(1).orElseThrow().persons());
        }
        written.by(50, true, LETTER, NOON);
        folding.run(NOON);
        assertEquals(1, folds.group(11), "who comes later joins the others");
    }

    @Test void whenTheOldestIsTakenOutTheOthersGoByTheNextName() {
        letter(5, true);
        assertEquals("done", why(reviews.takeOut(1, 1, 0, "not the same", "shen", NOON)));
        folding.run(NOON);
        assertEquals(1, folds.group(1));
        assertEquals(2, folds.group(5));
        assertEquals(4, folds.fold(2).orElseThrow().persons());
        assertTrue(folds.fold(1).isEmpty());
    }

    @Test void aFoldThatWasDissolvedDoesNotComeBack() {
        letter(6, true);
        assertEquals("done", why(reviews.dissolve(1, 0, "these are six houses", "shen", NOON)));
        for (var job : List.of(folding, new FoldCopies(town.database(), written))) {
            job.run(NOON);
            for (long key = 1; key <= 6; key++) assertEquals(key, folds.group(key));
        }
        assertEquals(6, folds.tally(LongStream.rangeClosed(1, 6).boxed().toList()).own());
        assertEquals(List.of(), folds.strongest(null, 5));
    }

    @Test void aLabelNeedsTwoPeopleIsShownBesideAndLowersNobodyWhoIsVerified() {
        letter(100, true);
        for (int i = 0; i < 144; i++) written.by(1_000 + i, false, LETTER, NOON);
        folding.run(NOON);
        double before = folds.tallyOf(1).strength();
        assertEquals(Math.sqrt(100 + 12), before, 1e-9);
        assertEquals("done", why(reviews.proposeApart(1, "sent by one program through one account of a text service", "shen", NOON)));
        var proposal = reviews.proposals().getFirst();
        assertEquals(before, folds.tallyOf(1).strength(), "one person alone changes nothing");
        assertEquals("authenticity.review.same-person", why(reviews.decideApart(proposal.id(), true, "seen", "shen", NOON)));
        assertEquals("done", why(reviews.decideApart(proposal.id(), true, "I have seen the record", "lin", NOON)));
        written.by(5_000, false, LETTER, NOON);
        folding.run(NOON);
        var tally = folds.tallyOf(1);
        assertEquals(245, tally.persons(), "nobody is subtracted");
        assertEquals(100, tally.verified());
        assertEquals(144, tally.apart(), "who came after the evidence is not meant");
        assertEquals(Math.sqrt(100 + 1), tally.strength(), 1e-9);
        assertEquals(tally.strength(), folds.fold(1).orElseThrow().strength(), 1e-5);
        assertEquals("done", why(reviews.liftApart(reviews.standing(1).orElseThrow(), "the record was wrong", "lin", NOON)));
        assertEquals(0, folds.tallyOf(1).apart());
        assertEquals(List.of(Kind.PROPOSE_APART, Kind.CONFIRM_APART, Kind.LIFT_APART), reviews.about(1).stream().map(Decision::kind).toList());
        assertFalse(reviews.about(1).stream().anyMatch(Decision::standing));
    }
}
