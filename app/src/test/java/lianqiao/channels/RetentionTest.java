package lianqiao.channels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.cases.Act;
import lianqiao.channels.mail.FolderDoor;
import lianqiao.store.Followers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After ninety days nobody can look up any more who was written to; what happened stays, and nobody is told twice. */
class RetentionTest {
    private static final Duration KEPT = Duration.ofDays(90);
    private final MailTown town = new MailTown();

    @AfterEach void end() {
        town.close();
    }

    private DropOldLetters drop() {
        return new DropOldLetters(town.database.database(), new Outgoing(town.mailDoor()), KEPT);
    }

    private long rows(String table) {
        return town.dump(table).isEmpty() ? 0 : town.dump(table).lines().count();
    }

    @Test void aSentLetterIsForgottenAfterNinetyDaysAndTheCaseIsNot() {
        var number = town.asks("zhang@resident.test");
        town.tell();
        assertEquals(1, town.count("SENT"));
        town.later(KEPT);
        drop().run(town.now);
        assertEquals(1, town.count("SENT"), "not a moment too early");
        town.later(Duration.ofMillis(1));
        drop().run(town.now);
        assertEquals(0, rows("outbox"));
        assertEquals("CaseReceived", town.cases.atTheDesk(number, town.now).orElseThrow().trail().getFirst().event());

        new Followers(town.database.database()).restart("notices");
        town.tell();
        assertEquals(1, town.letters().size(), "reading everything again tells nobody twice");
    }

    @Test void whatReachedNobodyStaysUntilSomebodyHasCalled() {
        var number = town.asks("13800138000");
        town.answers(number, "灯已经修好。");
        town.tell();
        assertTrue(town.count("NEEDS_CALL") > 0);
        town.later(KEPT.plusDays(200));
        drop().run(town.now);
        assertTrue(town.count("NEEDS_CALL") > 0);
        assertEquals(0, town.count("ON_PAGE"));

        town.notices.called(number, 99, town.now);
        town.later(KEPT.plusMillis(1));
        drop().run(town.now);
        assertEquals(0, rows("outbox"));
    }

    @Test void oldNewsGoesAndASubscriberStillHearsWhatIsNew() throws Exception {
        var number = town.asks("zhang@resident.test");
        subscribes(number);
        town.does(number, new Act.Assign(town.lights, List.of(), ""), town.dispatcher());
        town.tell();
        var before = town.letters().size();
        assertTrue(rows("news") > 0, "kept for ninety days");
        town.later(KEPT.plusDays(1));
        drop().run(town.now);
        assertEquals(0, rows("news"));

        town.does(number, new Act.Accept(), town.officer());
        town.does(number, new Act.Report("在等配件", List.of()), town.officer());
        town.tell();
        assertTrue(town.letters().size() > before);
        assertTrue(town.lastTo("reader@resident.test").contains(number.text()));
    }

    private void subscribes(CaseNumber number) throws Exception {
        town.subscriptions.ask(lianqiao.identity.Contact.read("reader@resident.test").orElseThrow(), Topic.of(number), Language.ZH, town.now);
        town.tell();
        var letter = town.lastTo("reader@resident.test");
        var token = letter.substring(letter.indexOf("/subscribe/confirm/") + "/subscribe/confirm/".length()).split("\\s")[0];
        town.subscriptions.confirm(token, town.now).orThrow();
    }

    @Test void moreThanOnePortionGoesInOneRun() {
        try (var owner = town.database.ownerSource()) {
            org.springframework.jdbc.core.simple.JdbcClient.create(owner).sql("""
                    insert into outbox (jurisdiction, case_number, number, recipient, purpose, facts, state, next_try_at, written_at, settled_at)
                    select 'demo', '', n, gen_random_uuid(), 'NEWS', '{}', 'SENT', ?, ?, ? from generate_series(1, 2500) n""")
                    .params(OutboxStore.at(town.now), OutboxStore.at(town.now), OutboxStore.at(town.now)).update();
        }
        town.later(KEPT.plusDays(1));
        drop().run(town.now);
        assertEquals(0, rows("outbox"));
    }

    @Test void copiesInAFolderGoToo(@TempDir Path folder) throws Exception {
        town.asks("zhang@resident.test");
        town.asks("wang@resident.test");
        town.write.run(town.now);
        var door = new FolderDoor(folder, "letters@city.test", "榴城 12345");
        town.sender(door).run(town.now);
        List<Path> letters;
        try (Stream<Path> files = Files.list(folder)) {
            letters = files.toList();
        }
        assertEquals(2, letters.size());
        Files.setLastModifiedTime(letters.getFirst(), FileTime.from(town.now.minus(KEPT).minusSeconds(1)));
        Files.setLastModifiedTime(letters.getLast(), FileTime.from(town.now.minus(KEPT).plusSeconds(1)));
        Files.writeString(folder.resolve("README.txt"), "not a letter");
        Files.setLastModifiedTime(folder.resolve("README.txt"), FileTime.fromMillis(0));
        new DropOldLetters(town.database.database(), new Outgoing(door), KEPT).run(town.now);
        assertFalse(Files.exists(letters.getFirst()));
        assertTrue(Files.exists(letters.getLast()));
        assertTrue(Files.exists(folder.resolve("README.txt")));
    }

    @Test void lettersCannotBeForgottenWhileTheirStepsMayStillBeTold() {
        assertThrows(IllegalArgumentException.class, () -> new DropOldLetters(town.database.database(), new Outgoing(town.mailDoor()), Duration.ofDays(29)));
    }
}
