package lianqiao.authenticity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static List<Said> letter(long group, long firstVoice, int signatories, boolean verified) {
        return new ArrayList<>(LongStream.range(firstVoice, firstVoice + signatories).mapToObj(voice -> new Said(voice, group, verified)).toList());
    }

    @Test void aLetterSignedByFourHundredKeepsFourHundredPeopleAndIsOneLetter() {
        var said = letter(1, 0, 400, true);
        for (int i = 0; i < 37; i++) said.add(new Said(1_000 + i, 1_000 + i, true));
        assertEquals(new Tally(437, 437, 1, 37, 0, 57), Tally.of(said));
    }

    @Test void twoHundredCopiesRaiseTheOrderByFourteenOrByFour() {
        assertEquals(14.14, Tally.of(letter(1, 0, 200, true)).strength(), 0.005);
        var unverified = Tally.of(letter(1, 0, 200, false));
        assertEquals(3.76, unverified.strength(), 0.005);
        assertEquals(200, unverified.persons());
        assertEquals(0, unverified.verified());
    }

    @Test void whoSignedALetterAndWroteOwnWordsCountsOnceForTheOwnWords() {
        var said = letter(1, 0, 9, true);
        said.add(new Said(3, 77, true));
        assertEquals(new Tally(9, 9, 1, 1, 0, Math.sqrt(8) + 1), Tally.of(said));
    }

    @Test void fiftyMessagesOfOnePersonAreOnePerson() {
        var said = LongStream.range(0, 50).mapToObj(group -> new Said(5, group, true)).toList();
        assertEquals(new Tally(1, 1, 0, 1, 0, 1), Tally.of(said));
        assertEquals(Tally.NONE, Tally.of(List.of()));
    }

    @Test void theOrderOfTheTextsDoesNotMatterAndACopyMoreNeverTakesAPersonAway() {
        var random = new Random(6);
        for (int round = 0; round < 300; round++) {
            var said = new ArrayList<Said>();
            int many = 1 + random.nextInt(60);
            for (int i = 0; i < many; i++) {
                long voice = random.nextInt(30);
                said.add(new Said(voice, random.nextInt(10), voice % 2 == 0));
            }
            var tally = Tally.of(said);
            Collections.shuffle(said, random);
            assertEquals(tally, Tally.of(said));
            var copied = said.get(random.nextInt(said.size()));
            var newcomer = random.nextBoolean();
            said.add(new Said(newcomer ? 1_000 : random.nextInt(30), copied.group(), copied.verified()));
            var more = Tally.of(said);
            assertTrue(more.persons() >= tally.persons() + (newcomer ? 1 : 0));
        }
    }

    @Test void aFloodOfCopiesRaisesTheOrderLessThanTheSquareRootOfItsSize() {
        var said = letter(1, 0, 12, true);
        for (int i = 0; i < 30; i++) said.add(new Said(100 + i, 100 + i, true));
        double before = Tally.of(said).strength();
        for (int more = 1; more <= 500; more++) {
            said.add(new Said(10_000 + more, 1, true));
            assertTrue(Tally.of(said).strength() - before <= Math.sqrt(more));
        }
    }
}
