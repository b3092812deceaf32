package lianqiao.tlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever runs the log cheats in every way the threat table knows; the reader notices, and by the named means. */
class TamperingTest {
    private final Random chance = new Random(2027);

    @ParameterizedTest @EnumSource
    void aHundredCheatsAtRandomPlacesAreAllNoticedByTheNamedMeans(Tampering tampering) {
        var seen = new EnumMap<Means, Integer>(Means.class);
        for (int round = 0; round < 100; round++) {
            var noticed = tampering.by(Town.random(chance), chance).notice();
            assertTrue(!Collections.disjoint(noticed, tampering.means), tampering + " " + round + " noticed by " + noticed);
            noticed.forEach(means -> seen.merge(means, 1, Integer::sum));
        }
        System.out.println(tampering + ": 100 of 100 noticed, by " + seen);
    }

    @Test void aThousandHonestLogsRaiseNoAlarm() {
        for (int round = 0; round < 1000; round++) {
            var town = Town.random(chance);
            assertEquals(List.of(), new LogCheck(town.log, Town.WITNESSED, town.careful()).run().findings());
        }
    }

    /** Bundles above a megabyte are not read ahead but alone, and a network may slip once at every file. */
    @Test void entriesOfTheLargestSizeAndASlipOfTheNetworkAreNoAlarm() {
        var entries = new java.util.ArrayList<byte[]>();
        for (int i = 0; i < 300; i++) entries.add(new byte[i % 9 == 0 ? EntryBundle.LONGEST_ENTRY : i]);
        var log = MemoryLog.of(entries, Vectors.checkpoint(entries));
        var slipped = java.util.concurrent.ConcurrentHashMap.<String>newKeySet();
        LogSource slippery = (path, most) -> {
            if (path.startsWith("tile/entries") && slipped.add(path)) throw new java.io.IOException("reset");
            return log.read(path, most);
        };
        assertEquals(List.of(), new LogCheck(log, Town.ALONE, LogCheck.Terms.NONE).run().findings());
        assertEquals(List.of(), new LogCheck(slippery, Town.ALONE, LogCheck.Terms.NONE).run().findings());
        assertEquals(2, slipped.size());
    }

    /** Tiles of level 1 are full from 65,536 entries on; from then on no signature reaches them. */
    @Test void aSpoiledInnerTilePassesSignatureAndRootsAndIsNoticedByComparingEveryTile() {
        var town = new Town(60_000, 66_000);
        for (int round = 0; round < 10; round++) {
            var log = town.log.copy();
            log.spoil("tile/1/000", chance.nextInt(256 * 256));
            assertEquals(Set.of(Means.INNER_TILE), new Tampering.Reading(log, Town.ALONE, LogCheck.Terms.NONE).notice());
        }
        assertEquals(Set.of(), new Tampering.Reading(town.log, Town.WITNESSED, town.careful()).notice());
    }

    @Test void aHistorySignedAnewIsNoticedByAReceiptOrByTheMissingWitnessAndByNothingElse() throws Exception {
        var witness = new Witness(Vectors.WITNESS, List.of(Town.LOG));
        for (int round = 0; round < 100; round++) {
            var town = Town.random(chance);
            var forged = Tampering.RESIGNED.by(town, chance).log();
            // nothing else: signature, tiles, entries, everything recomputed
            assertEquals(Set.of(), new Tampering.Reading(forged, Town.ALONE, LogCheck.Terms.NONE).notice());
            // a receipt
            assertEquals(Set.of(Means.APPEND_ONLY), new Tampering.Reading(forged, Town.ALONE, new LogCheck.Terms(List.of(town.kept()), java.util.OptionalLong.empty(), 0, 0)).notice());
            // the witness has signed the true history and will not sign this one, whatever proof is made up
            assertEquals(Set.of(Means.QUORUM), new Tampering.Reading(forged, Town.WITNESSED, LogCheck.Terms.NONE).notice());
            var seen = Witness.Seen.read(Town.cosigned(town.entries.subList(0, town.keptSize)).encode()).orThrow();
            var note = SignedNote.read(forged.checkpoint()).orThrow();
            var proof = ConsistencyProof.of(town.keptSize, town.entries.size(), new Tiles(forged, town.entries.size()));
            var answer = witness.decide(new AddCheckpoint(town.keptSize, proof.hashes(), note).encode(), _ -> Optional.of(seen), 1);
            assertEquals(422, answer.status());
        }
    }

    @Test void eachReaderOfAForkSeesALogInOrderUntilTheyCompare() {
        for (int round = 0; round < 100; round++) {
            var shown = Tampering.FORK.by(Town.random(chance), chance);
            assertEquals(Set.of(), new Tampering.Reading(shown.log(), Town.ALONE, LogCheck.Terms.NONE).notice());
            assertEquals(Set.of(Means.SPLIT), shown.notice());
        }
    }
}
