package lianqiao.transparency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import lianqiao.tlog.Policy;
import lianqiao.tlog.Receipt;
import lianqiao.transparency.Interruption.Step;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log grows and never parts in two, whatever is interrupted, put back, set wrong or done twice. The witness would notice. */
class PublicLogTest {
    private final LogTown town = new LogTown();

    @AfterEach void close() {
        assertEquals(0, town.disputes, "the witness was shown something that is not the continuation of what it has signed");
        town.close();
    }

    /** Everything that was written is in the log once, published, witnessed and in order. */
    private void assertWhole(long leaves) throws IOException {
        assertEquals(List.of(), town.faults());
        assertEquals(leaves, town.published());
        assertEquals(leaves, town.witnessed());
        assertEquals(leaves, town.count("select count(distinct (subject, number)) from log_leaf"));
    }

    @Test void aStepIsProvenByAReceiptThatVerifiesWithoutUs() throws IOException {
        var log = town.start();
        town.writes(1);
        assertInstanceOf(Proof.Waiting.class, log.proof("lamp", 1));
        log.advance(LogTown.NOW);
        var receipt = assertInstanceOf(Proof.Ready.class, log.proof("lamp", 1));
        var policy = Policy.of(town.settings.key().verifier(), List.of(town.witnessKey.verifier()), 1);
        var proven = Receipt.read(receipt.file()).orThrow().check(policy).orThrow();
        assertEquals(0, proven.index());
        assertTrue(new String(proven.entry(), StandardCharsets.UTF_8).contains("\"case\":\"lamp\""));
        assertInstanceOf(Proof.None.class, log.proof("lamp", 2));
        assertWhole(1);
    }

    @Test void manyRoundsLeaveEveryEarlierCheckpointABeginningOfTheLaterOnes() throws IOException {
        var log = town.start();
        for (int round = 0; round < 12; round++) {
            town.writes(43);
            log.advance(LogTown.NOW);
            assertEquals(List.of(), town.faults(town.keep()));
        }
        var kept = town.keep();
        town.writes(1);
        log.advance(LogTown.NOW);
        assertEquals(List.of(), town.faults(kept));
        assertWhole(12 * 43 + 1);
        assertEquals(14, town.count("select count(*) from log_checkpoint"), "every checkpoint that was signed is kept, the empty one too");
    }

    // interrupted at every step

    @TestFactory Stream<DynamicTest> whereverItStopsTheNextCallGoesOn() {
        return Stream.of(Step.values()).map(step -> DynamicTest.dynamicTest("after " + step, () -> {
            try (var own = new LogTown()) {
                own.start().advance(LogTown.NOW);
                own.writes(300);
                own.start().advance(LogTown.NOW);
                own.writes(7);
                var kept = own.keep();
                var stopped = own.start(at -> { if (at == step) throw new Stop(); });
                assertThrows(Stop.class, () -> {
                    for (int round = 0; round < 3; round++) {
                        stopped.advance(LogTown.NOW);
                        own.writes(1);
                    }
                });
                var next = own.start();
                next.advance(LogTown.NOW);
                assertEquals(List.of(), own.faults(kept));
                assertEquals(own.written(), own.published());
                assertEquals(own.written(), own.witnessed());
                assertEquals(0, own.disputes);
                assertInstanceOf(Proof.Ready.class, next.proof("lamp", own.written()));
            }
        }));
    }

    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test void theSameProgramGoesOnAfterAFault() throws IOException {
        var faults = new int[1];
        var log = town.start(at -> { if (at == Step.COMMITTED && faults[0]++ == 0) throw new Stop(); });
        town.writes(5);
        assertThrows(Stop.class, () -> log.advance(LogTown.NOW));
        town.writes(5);
        log.advance(LogTown.NOW);
        assertWhole(10);
    }

    // twice, and late

    @Test void twoSequencersAtOnceWriteOneHistory() throws Exception {
        var other = Files.createTempDirectory(town.folder, "other");
        var first = town.start();
        var second = town.startIn(other);
        var writer = Thread.ofVirtual().start(() -> town.writes(400));
        var both = List.of(first, second).stream().map(log -> Thread.ofPlatform().start(() -> {
            while (writer.isAlive()) log.advance(LogTown.NOW);
        })).toList();
        writer.join();
        for (var one : both) one.join();
        first.advance(LogTown.NOW);
        assertWhole(400);
        assertEquals(town.count("select count(*) from log_checkpoint"), 1 + town.count("select count(*) from log_checkpoint where follows >= 0"));
        second.advance(LogTown.NOW);
        assertEquals(Files.readString(town.folder.resolve("checkpoint")).lines().limit(3).toList(),
                Files.readString(other.resolve("checkpoint")).lines().limit(3).toList(), "two nodes show the same log");
    }

    @Test void aTransactionThatCommitsLateIsNotPassedOver() throws Exception {
        var log = town.start();
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        town.written(1);
        var slow = Thread.ofPlatform().start(() -> town.database.database().inTransaction(() -> {
            town.events().append(List.of(LogTown.step(1)), false, List.of());
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        begun.await();
        town.writes(3);
        log.advance(LogTown.NOW);
        assertEquals(0, town.published(), "the others began later and wait behind the slow one");
        end.countDown();
        slow.join();
        log.advance(LogTown.NOW);
        assertWhole(4);
    }

    // put back to an earlier day

    @Test void aDatabaseThatWasPutBackGetsItsEntriesBackFromThePublishedFiles() throws IOException {
        town.writes(300);
        town.start().advance(LogTown.NOW);
        town.writes(80);
        town.start().advance(LogTown.NOW);
        var kept = town.keep();
        town.putBack(300, true);
        town.written(300);
        var log = town.start();
        town.writes(9);
        log.advance(LogTown.NOW);
        assertEquals(Trouble.NONE, log.trouble());
        assertEquals(List.of(), town.faults(kept), "the log went on from what the world had seen");
        assertEquals(389, town.published());
        assertEquals(389, town.witnessed());
        assertEquals(80, town.count("select count(*) from log_leaf where subject is null"), "their events are lost and known to be");
    }

    @Test void leavesWhoseEventsAreStillThereAreNotTakenUpTwice() throws IOException {
        town.writes(20);
        town.start().advance(LogTown.NOW);
        town.writes(20);
        town.start().advance(LogTown.NOW);
        town.putBack(20, false);
        town.start().advance(LogTown.NOW);
        town.start().advance(LogTown.NOW);
        assertWhole(40);
        assertEquals(0, town.count("select count(*) from log_leaf where subject is null"));
    }

    @Test void whenDatabaseAndFilesArePutBackTogetherTheWitnessKeepsUsFromSigning() throws Exception {
        town.writes(10);
        town.start().advance(LogTown.NOW);
        var old = Files.createTempDirectory(town.folder.getParent(), "old");
        copy(town.folder, old);
        town.writes(10);
        town.start().advance(LogTown.NOW);
        town.putBack(10, true);
        town.written(10);
        erase(town.folder);
        copy(old, town.folder);
        erase(old);
        town.writes(3);
        var log = town.start();
        log.advance(LogTown.NOW);
        log.advance(LogTown.NOW);
        assertEquals(Trouble.BEHIND_WITNESS, log.trouble());
        assertEquals(10, town.published());
        assertEquals(10, town.count("select max(size) from log_checkpoint"), "nothing was signed");
    }

    @Test void withoutThePublishedFilesThatAreMissingNothingIsSigned() throws IOException {
        town.writes(300);
        town.start().advance(LogTown.NOW);
        town.writes(300);
        town.start().advance(LogTown.NOW);
        town.putBack(300, true);
        town.written(300);
        Files.delete(town.folder.resolve("tile/entries/001"));
        var log = town.start();
        town.writes(1);
        log.advance(LogTown.NOW);
        assertEquals(Trouble.BEHIND_PUBLISHED, log.trouble());
        assertEquals(600, town.published());
    }

    @Test void aHistoryOfSomebodyElseInTheFolderIsAFork() throws IOException {
        try (var other = new LogTown()) {
            other.writes(5);
            other.start().advance(LogTown.NOW);
            town.writes(5);
            town.start().advance(LogTown.NOW);
            Files.copy(other.folder.resolve("checkpoint"), town.folder.resolve("checkpoint"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        var log = town.start();
        town.writes(1);
        log.advance(LogTown.NOW);
        assertEquals(Trouble.FORK, log.trouble());
        assertEquals(5, town.count("select max(size) from log_checkpoint"));
    }

    @Test void aLeafThatWasChangedInTheDatabaseIsNotPublished() throws IOException {
        town.writes(3);
        var log = town.start(at -> { if (at == Step.COMMITTED) throw new Stop(); });
        assertThrows(Stop.class, () -> log.advance(LogTown.NOW));
        town.asOwner("update events set leaf = convert_to(replace(convert_from(leaf, 'UTF8'), 'OFFICER', 'LEADERS'), 'UTF8') where number = 2");
        var next = town.start();
        next.advance(LogTown.NOW);
        assertEquals(Trouble.FORK, next.trouble());
        assertEquals(0, town.published());
    }

    // clock, key, disk, witnesses

    @Test void aClockThatWasSetBackSignsNothing() throws IOException {
        town.writes(1);
        var log = town.start();
        log.advance(LogTown.NOW);
        town.writes(1);
        log.advance(LogTown.NOW.minus(Duration.ofMinutes(1)));
        assertEquals(Trouble.CLOCK, log.trouble());
        assertEquals(1, town.published());
        log.advance(LogTown.NOW.plus(Duration.ofMinutes(1)));
        assertWhole(2);
    }

    @Test void aClockFarBehindTheWitnessSignsNothing() throws IOException {
        town.witnessClock = LogTown.NOW.plus(Duration.ofHours(2)).getEpochSecond();
        town.writes(1);
        var log = town.start();
        log.advance(LogTown.NOW);
        town.writes(1);
        log.advance(LogTown.NOW);
        assertEquals(Trouble.CLOCK, log.trouble());
    }

    @Test void anotherKeyDoesNotGoOnWithTheLog() throws IOException {
        town.writes(1);
        town.start().advance(LogTown.NOW);
        var other = new LogSettings(LogTown.ORIGIN, LogSecret.of(LogTown.seed(0x60)), town.folder, List.of(), 0);
        try (var log = PublicLog.interrupted(town.database.database(), other, Interruption.NONE)) {
            town.writes(1);
            log.advance(LogTown.NOW);
            assertEquals(Trouble.KEY, log.trouble());
        }
        assertEquals(1, town.published());
    }

    @Test void aFullDiskStopsTheLogAndNotTheCasesAndItGoesOnWhenThereIsRoom() throws IOException {
        var log = town.start();
        town.writes(2);
        log.advance(LogTown.NOW);
        // A file where a folder has to be made: to the program it is a disk that takes nothing more.
        Files.createDirectories(town.folder.resolve("tile/entries"));
        var inTheWay = Files.createFile(town.folder.resolve("tile/0/000.p/3.blocked"));
        var staging = town.folder.resolve(".staging");
        erase(staging);
        Files.createFile(staging);
        town.writes(2);
        log.advance(LogTown.NOW);
        assertEquals(Trouble.DISK, log.trouble());
        assertEquals(2, town.published());
        town.writes(2);
        Files.delete(staging);
        Files.delete(inTheWay);
        log.advance(LogTown.NOW);
        log.advance(LogTown.NOW);
        assertWhole(6);
    }

    @Test void aLogWhoseWitnessIsSilentSinceTheStartWaitsAndOneWhoseWitnessFallsSilentGoesOnWithoutReceipts() throws IOException {
        town.silent = true;
        town.writes(2);
        var log = town.start();
        log.advance(LogTown.NOW);
        assertEquals(Trouble.WITNESSES_SILENT, log.trouble());
        assertEquals(0, town.published());
        town.silent = false;
        log.advance(LogTown.NOW.plusSeconds(6));
        assertEquals(2, town.witnessed());

        town.silent = true;
        town.writes(2);
        log.advance(LogTown.NOW.plusSeconds(12));
        assertEquals(4, town.published(), "readers can follow");
        assertInstanceOf(Proof.Waiting.class, log.proof("lamp", 4), "a receipt nobody outside has confirmed is none");
        assertInstanceOf(Proof.Ready.class, log.proof("lamp", 2));
        town.silent = false;
        log.advance(LogTown.NOW.plusSeconds(18));
        assertInstanceOf(Proof.Ready.class, log.proof("lamp", 4));
        assertWhole(4);
    }

    @Test void aDatabaseThatMayForgetIsNotSignedFor() {
        try (var log = PublicLog.of(town.database.database(), town.settings, town.settings.guardOnThisMachine())) {
            town.writes(1);
            log.advance(LogTown.NOW);
            assertEquals(Trouble.NOT_DURABLE, log.trouble());
            assertEquals(0, JdbcClient.create(town.database.appSource()).sql("select count(*) from log_checkpoint").query(Integer.class).single());
        }
    }

    @Test void onlyTheFilesOfTheLogCanBeAskedFor() {
        town.writes(3);
        var log = town.start();
        log.advance(LogTown.NOW);
        for (var there : List.of("checkpoint", "tile/0/000.p/3", "tile/entries/000.p/3")) assertTrue(log.file(there).isPresent(), there);
        for (var not : List.of("", "../keys/log.key", "tile/../checkpoint", ".staging/x", "tile/0/000", "tile/9/000", "tile/0/000.p/0", "/etc/passwd", "checkpoint/")) {
            assertTrue(log.file(not).isEmpty(), not);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var file : all.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(target);
                else Files.copy(file, target);
            }
        }
    }

    private static void erase(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var file : all.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
