package lianqiao.channels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import lianqiao.base.Language;
import lianqiao.channels.mail.FolderDoor;
import lianqiao.channels.mail.Letter;
import lianqiao.channels.mail.OutgoingDoor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters leave once each, whatever breaks; what cannot leave holds nobody up. */
class SendingTest {
    private static final String ZHANG = "zhang@resident.test";
    private final MailTown town = new MailTown();

    @AfterEach void end() {
        town.close();
    }

    /** The power goes off: no marking, no cleaning up. */
    private static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A real door before which the power goes off after every {@code each}-th letter that went through. */
    private record ShakyDoor(OutgoingDoor real, int each) implements OutgoingDoor {
        @Override public Line open() throws Shut {
            var line = real.open();
            return new Line() {
                private int sent;

                @Override public void send(Letter letter) throws NotSent {
                    line.send(letter);
                    if (++sent == each) throw new PowerCut();
                }

                @Override public boolean isOpen() {
                    return line.isOpen();
                }

                @Override public void close() {
                    line.close();
                }
            };
        }
    }

    private void asks(int cases) {
        for (int i = 0; i < cases; i++) town.asks("r" + i + "@resident.test");
        town.write.run(town.now);
    }

    @Test void aThousandNoticesArriveThoughThePowerGoesOffBetweenSendingAndMarking() throws Exception {
        asks(1_000);
        int cuts = 0;
        while (town.count("WAITING") > 0) {
            try {
                town.sender(new ShakyDoor(town.mailDoor(), 37)).run(town.now);
            } catch (PowerCut e) {
                cuts++;
            }
            if (town.notices.backlog().waiting() > 0) town.later(SendNotices.LEASE);
        }
        var idsByReader = new TreeMap<String, HashSet<String>>();
        for (var letter : town.letters())
            idsByReader.computeIfAbsent(letter.getAllRecipients()[0].toString(), _ -> new HashSet<>()).add(letter.getMessageID());
        assertEquals(1_000, idsByReader.size(), "every one arrives");
        assertTrue(idsByReader.values().stream().allMatch(ids -> ids.size() == 1), "a repetition carries the same Message-ID");
        assertEquals(1_000, idsByReader.values().stream().flatMap(HashSet::stream).distinct().count(), "and no two notices share one");
        assertTrue(cuts > 10, "cuts: " + cuts);
        assertEquals(1_000 + cuts, town.letters().size(), "only what was cut off is repeated");
    }

    @Test void twoSendersAtOnceSendNothingTwice() throws Exception {
        asks(300);
        var start = new CyclicBarrier(2);
        var threads = List.of(Thread.ofPlatform().unstarted(() -> race(start)), Thread.ofPlatform().unstarted(() -> race(start)));
        threads.forEach(Thread::start);
        for (var thread : threads) thread.join();
        assertEquals(300, town.letters().size());
        assertEquals(300, town.count("SENT"));
    }

    private void race(CyclicBarrier start) {
        try {
            start.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        town.sender().run(town.now);
    }

    @Test void aServerThatIsAwayCostsNoAttemptAndIsAskedEverMoreSeldom() throws Exception {
        asks(3);
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName(MailTown.HOST))) {
            port = taken.getLocalPort();
        }
        var sender = town.sender(MailTown.mailDoor(port, 1_000));
        for (int turn = 0; turn < 20; turn++) {
            sender.run(town.now);
            town.later(Duration.ofMinutes(5));
        }
        assertEquals(3, town.count("WAITING"), "nothing is given up because of the server");
        town.sender().run(town.now);
        assertEquals(3, town.letters().size());
    }

    @Test void aServerThatHangsHoldsNobodyUpForLong() throws Exception {
        asks(5);
        try (var silent = new ServerSocket(0, 50, InetAddress.getByName(MailTown.HOST))) {
            var sender = town.sender(MailTown.mailDoor(silent.getLocalPort(), 300));
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> sender.run(town.now));
        }
        town.later(Duration.ofMinutes(1));
        town.sender().run(town.now);
        assertEquals(5, town.letters().size());
    }

    /** A door that refuses one reader, with or without hope. */
    private record PickyDoor(OutgoingDoor real, String refused, boolean forGood) implements OutgoingDoor {
        @Override public Line open() throws Shut {
            var line = real.open();
            return new Line() {
                @Override public void send(Letter letter) throws NotSent {
                    if (letter.to().equals(refused)) throw new NotSent(forGood ? "SMTP 550" : "SMTP 451", forGood);
                    line.send(letter);
                }

                @Override public boolean isOpen() {
                    return line.isOpen();
                }

                @Override public void close() {
                    line.close();
                }
            };
        }
    }

    @Test void anAddressThatIsRefusedForGoodIsShownToAnOfficerAndHoldsUpNobody() {
        var poor = town.asks(ZHANG);
        asks(60);
        town.sender(new PickyDoor(town.mailDoor(), ZHANG, true)).run(town.now);
        assertEquals(60, town.letters().size());
        var shown = town.notices.undelivered(10);
        assertEquals(1, shown.size());
        assertEquals(List.of(poor, Notices.Why.GAVE_UP, "SMTP 550", "received"),
                List.of(shown.getFirst().number(), shown.getFirst().why(), String.valueOf(shown.getFirst().error()), shown.getFirst().about()));
        assertEquals(1, town.notices.again(poor, town.now));
        town.sender().run(town.now);
        assertEquals(61, town.letters().size());
    }

    @Test void whatAServerSaysAboutAnAddressIsNotKept() throws Exception {
        town.asks(ZHANG);
        asks(5);
        try (var rude = new RudeServer(ZHANG, RudeServer.Manner.REFUSES)) {
            town.sender(MailTown.mailDoor(rude.port(), 5_000)).run(town.now);
        }
        assertEquals(5, town.count("SENT"));
        assertEquals("SMTP 550", town.notices.undelivered(2).getFirst().error());
        assertFalse(town.dump("outbox").contains("zhang"), town.dump("outbox"));
    }

    @Test void aLetterAtWhichTheServerHangsUpIsPutOffAndTheOthersGo() throws Exception {
        town.asks(ZHANG);
        asks(5);
        try (var rude = new RudeServer(ZHANG, RudeServer.Manner.HANGS_UP)) {
            town.sender(MailTown.mailDoor(rude.port(), 5_000)).run(town.now);
        }
        assertEquals(5, town.count("SENT"));
        assertEquals(1, town.count("WAITING"));
    }

    @Test void aRefusalForNowIsTriedEverMoreSeldomAndThenGivenUp() {
        town.asks(ZHANG);
        town.write.run(town.now);
        var sender = town.sender(new PickyDoor(town.mailDoor(), ZHANG, false));
        for (var delay : SendNotices.DELAYS) {
            sender.run(town.now);
            sender.run(town.now.plus(delay).minusSeconds(1));
            assertEquals(1, town.count("WAITING"));
            town.later(delay);
        }
        sender.run(town.now);
        assertEquals(1, town.count("GAVE_UP"));
        assertEquals(SendNotices.DELAYS.size() + 1, town.notices.undelivered(1).getFirst().attempts());
    }

    @Test void aNoticeThatCannotBeWrittenHoldsUpNobody() {
        asks(30);
        town.spoilOneContact();
        town.sender().run(town.now);
        assertEquals(29, town.letters().size());
        assertEquals(1, town.count("WAITING"));
    }

    @Test void lettersForAFolderAreOneFileEach(@TempDir Path folder) throws IOException {
        asks(3);
        town.asks(ZHANG, Language.EN, false, "../../etc/passwd");
        town.write.run(town.now);
        town.sender(new FolderDoor(folder.resolve("mail"), "letters@city.test", "榴城")).run(town.now);
        try (var files = Files.list(folder.resolve("mail"))) {
            var names = files.map(f -> f.getFileName().toString()).toList();
            assertEquals(4, names.size());
            assertTrue(names.stream().allMatch(name -> name.matches("case\\.[0-9-]+\\.evt\\.1\\.[0-9a-f]{32}\\.eml")), names.toString());
        }
    }

    @Test void theFollowerKeepsUpWithThreeHundredCasesASecond() {
        for (int i = 0; i < 1_500; i++) town.asks("r" + i % 300 + "@resident.test");
        long began = System.nanoTime();
        town.write.run(town.now);
        var seconds = (System.nanoTime() - began) / 1e9;
        assertEquals(1_500, town.notices.backlog().waiting());
        assertTrue(seconds < 5, "1,500 cases took " + seconds + " s");
        assertNotEquals(0.0, seconds);
        assertFalse(town.dump("followers").isEmpty());
    }
}
