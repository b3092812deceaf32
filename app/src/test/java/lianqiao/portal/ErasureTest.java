package lianqiao.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.cases.Act;
import lianqiao.cases.By;
import lianqiao.cases.Cases;
import lianqiao.cases.ForgetWhatIsDue;
import lianqiao.cases.Forgetting;
import lianqiao.cases.Kind;
import lianqiao.cases.NewCase;
import lianqiao.cases.Photos;
import lianqiao.channels.Door;
import lianqiao.channels.DropOldLetters;
import lianqiao.channels.IncomingMessage;
import lianqiao.channels.Intake;
import lianqiao.channels.OwnContact;
import lianqiao.channels.SendNotices;
import lianqiao.channels.WriteNotices;
import lianqiao.identity.Contact;
import lianqiao.identity.FollowCode;
import lianqiao.identity.ResidentId;
import lianqiao.identity.Residents;
import lianqiao.offices.AreaCode;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.OfficerId;
import lianqiao.offices.ServiceCode;
import lianqiao.search.DropForgottenWords;
import lianqiao.search.Search;
import lianqiao.store.DataFolder;
import lianqiao.store.Database;
import lianqiao.store.Events;
import lianqiao.tlog.LogCheck;
import lianqiao.tlog.LogFolder;
import lianqiao.tlog.Policy;
import lianqiao.tlog.Receipt;
import lianqiao.tlog.SigningKey;
import lianqiao.tlog.VerifierKey;
import lianqiao.town.RunningTown;
import lianqiao.transparency.Proof;
import lianqiao.transparency.PublicLog;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * People have everything they ever wrote erased. Fifty of them (or {@code -Dlianqiao.erase.people=1000}) plant words, each
 * their own, in every field that takes any; afterwards no table, file or page holds one of them, and every proof that was
 * given out before still verifies.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
class ErasureTest {
    private static final int PEOPLE = Integer.getInteger("lianqiao.erase.people", 50);
    private static final By DISPATCHER = By.officer(By.Role.DISPATCHER, new OfficeCode("hotline"), new OfficerId("dispatcher"));
    private static final String PREFIX = "1391234";

    private final RunningTown town = RunningTown.open();
    private final Cases cases = town.room(Cases.class);
    private final Path folder = Path.of("target", "data-running-town-" + ProcessHandle.current().pid()).toAbsolutePath();

    /** A person, the words that only they used, and how to reach them. */
    private record Person(int index, String word, String mobile, String mail, CaseNumber number, FollowCode code, ResidentId resident, String photo) {}

    /** Letters of no language, in the alphabet of the word filter of no index, unlike all other text. */
    private static String word(int index) {
        var word = new StringBuilder("zqxj");
        for (int rest = index + 26 * 26; rest > 0; rest /= 26) word.append((char) ('a' + rest % 26));
        return word.append("kvw").toString();
    }

    private static String mobile(int index) {
        return PREFIX + "%04d".formatted(index * 7 % 10_000);
    }

    /** Title, text, place, point, photo, supplement, ladder, verdict: each with the word and, where people are tempted to, the number. */
    private Person writes(int index, Instant now) {
        var word = word(index);
        var mail = word + "@erased.test";
        var say = word + " 请打 " + mobile(index) + "。";
        var photo = town.room(Photos.class).keep(Visitor.picture(), now).orThrow();
        var received = town.room(Intake.class).receive(new IncomingMessage(Door.WEB, Kind.COMPLAINT, new ServiceCode("lamp"), new AreaCode("shiliuqiao"),
                say, new NewCase.Point(28.123456 + index / 1e4, 112.987654), "title " + say, "text " + say, false, null, Contact.read(mail).orElseThrow(),
                Language.ZH, "erasure-" + index, List.of(photo)), By.resident(), now).orThrow();
        var number = received.number();
        var acts = new LinkedHashMap<Act, By>();
        acts.put(new Act.AskBack("哪一盏灯？"), DISPATCHER);
        acts.put(new Act.Supplement("more " + say, List.of()), By.resident());
        acts.put(new Act.Escalate(Act.Level.SUPERVISOR, "why " + say), By.resident());
        acts.put(new Act.Answer("已修好。", List.of()), DISPATCHER);
        acts.put(new Act.Verdict(Act.Solved.SOLVED, 5, 5, "verdict " + say), By.resident());
        acts.forEach((act, by) -> cases.act(number, act, by, now).orThrow());
        cases.act(number, new Act.CloseConfirmed(6), By.clock(), now).orThrow();
        return new Person(index, word, mobile(index), mail, number, received.code(), cases.residentOf(number).orElseThrow(), photo.toString());
    }

    private List<Person> write(Instant now) {
        var people = new ArrayList<Person>();
        for (int i = 0; i < PEOPLE; i++) people.add(writes(i, now));
        town.room(WriteNotices.class).run(now);
        for (int turn = 0; turn < 200 && filesWith("mail", people.getLast().word()) == 0; turn++) town.room(SendNotices.class).run(Instant.now());
        town.room(PublicLog.class).advance(Instant.now());
        for (int turn = 0; turn < 20_000 && !town.room(Search.class).similar(people.getLast().word(), 1).stream().anyMatch(s -> s.number().equals(people.getLast().number())); turn++)
            town.room(Search.class).catchUp(now);
        town.room(Search.class).catchUp(Instant.now().plusSeconds(11));
        return people;
    }

    // where words could be

    /** Every row of every table as text, salts and contacts as hex, one table a string. */
    private Map<String, String> tables() {
        var sql = town.room(Database.class).sql();
        var rows = new TreeMap<String, String>();
        var names = sql.sql("select c.relname::text from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and has_table_privilege(c.oid, 'select')")
                .query(String.class).list();
        assertTrue(names.size() > 25, names.toString());
        for (var name : names) rows.put(name, String.join("\n", sql.sql("select t::text from " + name + " t").query(String.class).list()));
        return rows;
    }

    private int filesWith(String part, String... words) {
        int found = 0;
        var root = folder.resolve(part);
        if (!Files.isDirectory(root)) return 0;
        try (var all = Files.walk(root)) {
            for (var file : all.filter(Files::isRegularFile).toList()) if (holds(file, words)) found++;
            return found;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean holds(Path file, String... words) {
        try {
            var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            for (var word : words) if (bytes.contains(word) || file.getFileName().toString().contains(word)) return true;
            return false;
        } catch (java.nio.file.NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /**
     * How many of these words stand in the committed files of the index: among its terms and in what it keeps to show, of
     * replaced documents too. The bytes of its files are packed, so looking for a word in them would prove nothing.
     */
    private long indexed(String... words) throws IOException {
        var found = new HashSet<String>();
        try (var generations = Files.list(folder.resolve("search"))) {
            for (var generation : generations.filter(Files::isDirectory).toList()) {
                try (var directory = FSDirectory.open(generation); var reader = DirectoryReader.open(directory)) {
                    for (int i = 0; i < reader.maxDoc(); i++)
                        for (var field : reader.storedFields().document(i)) note(found, field.stringValue(), words);
                    for (var field : FieldInfos.getIndexedFields(reader)) {
                        var terms = MultiTerms.getTerms(reader, field);
                        if (terms == null) continue;
                        var each = terms.iterator();
                        for (var term = each.next(); term != null; term = each.next()) note(found, term.utf8ToString(), words);
                    }
                }
            }
        }
        return found.size();
    }

    private static void note(Set<String> found, String text, String... words) {
        if (text != null) for (var word : words) if (text.contains(word)) found.add(word);
    }

    private void assertNowhere(List<Person> people) throws Exception {
        var tables = tables();
        for (var person : people) {
            var points = "" + (28.123456 + person.index() / 1e4);
            for (var table : tables.entrySet())
                for (var planted : List.of(person.word(), person.mobile(), points, person.photo()))
                    assertFalse(table.getValue().contains(planted), () -> "table " + table.getKey() + " holds " + planted);
            assertFalse(tables.get("resident").contains(person.resident().value().toString()), "the contact's row is gone");
        }
        var words = people.stream().flatMap(p -> List.of(p.word(), p.mobile(), p.photo()).stream()).toArray(String[]::new);
        for (var part : List.of("log", "search", "photos", "mail")) assertEquals(0, filesWith(part, words), part);
        assertEquals(0, indexed(words), "index");
        for (var page : List.of("/", "/cases", "/open-data/cases.csv", "/feed/all.atom", "/feed/area/shiliuqiao.rss", "/sitemap.xml", "/overdue")) {
            var body = town.get(page).body();
            for (var word : words) assertFalse(body.contains(word), page);
        }
        for (var person : people.subList(0, Math.min(50, people.size()))) {
            assertFalse(town.get("/search?q=" + person.word()).body().contains("/case/" + person.number()), person.word());
            assertFalse(town.get("/case/" + person.number()).body().contains(person.word()));
        }
    }

    private void forget(List<Person> people, Instant asked) throws Exception {
        var forgetting = town.room(Forgetting.class);
        for (var person : people) {
            assertEquals(asked.plus(Duration.ofDays(7)), forgetting.ask(person.number(), asked).orThrow());
            town.room(OwnContact.class).forget(person.number(), asked).orThrow();
        }
        var due = town.room(ForgetWhatIsDue.class);
        due.run(asked.plus(Duration.ofDays(6)));
        assertTrue(cases.publicly(people.getFirst().number(), asked).orElseThrow().body().contains(people.getFirst().word()), "a wish can be taken back for seven days");
        due.run(asked.plus(Duration.ofDays(7)));
        town.room(DropOldLetters.class).run(asked);
        while (town.room(Search.class).catchUp(Instant.now())) Thread.onSpinWait();
        new DropForgottenWords(town.room(Search.class)).run(asked);
    }

    // proofs

    private Policy policy() throws Exception {
        var origin = town.get("/log/checkpoint").body().lines().findFirst().orElseThrow();
        return Policy.of(SigningKey.of(origin, VerifierKey.Kind.NOTE, DataFolder.key(folder, "log")).orThrow().verifier());
    }

    private List<byte[]> receipts(List<Person> people) {
        var files = new ArrayList<byte[]>();
        for (var person : people) for (int entry : new int[] {1, 3, 6}) files.add(assertInstanceOf(Proof.Ready.class, town.room(PublicLog.class).proof(person.number().text(), entry)).file());
        return files;
    }

    /** The commitment as docs/log-format.md defines it, worked out here anew. */
    private static String commitment(String field, byte[] salt, String value) throws Exception {
        var hash = MessageDigest.getInstance("SHA-256");
        hash.update("lianqiao-commit-v1\0".getBytes(StandardCharsets.US_ASCII));
        hash.update((field + "\0").getBytes(StandardCharsets.UTF_8));
        hash.update(salt);
        return HexFormat.of().formatHex(hash.digest(value.getBytes(StandardCharsets.UTF_8)));
    }

    /** Tries every number that begins like the known one; with the salt one of 10,000 fits. */
    private static int guesses(String entry, List<byte[]> salts, Person person) throws Exception {
        int found = 0;
        for (int end = 0; end < 10_000; end++)
            for (var salt : salts) if (entry.contains(commitment("text", salt, "more " + person.word() + " 请打 " + PREFIX + "%04d".formatted(end) + "。"))) found++;
        return found;
    }

    @Test void everyWordGoesAndEveryProofStays() throws Exception {
        var asked = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        var people = write(asked);
        var first = people.getFirst();
        var before = tables();
        assertTrue(before.get("originals").contains(first.mobile()) && before.get("cases").contains(first.word()) && before.get("case_texts").contains(first.word()));
        assertTrue(indexed(first.word()) == 1 && filesWith("photos", first.photo()) == 2 && filesWith("mail", first.word()) > 0, "what was planted is found where it is");
        assertTrue(town.get("/open-data/cases.csv").body().contains(first.word()) && town.get("/search?q=" + first.word()).body().contains(first.number().text()));
        var policy = policy();
        var receipts = receipts(people);
        var events = town.room(Events.class);
        var salt = events.salts(first.number().text(), 3).get("text");
        var entry = new String(Receipt.read(receipts.get(1)).orThrow().check(policy).orThrow().entry(), StandardCharsets.UTF_8);
        assertEquals(1, guesses(entry, List.of(salt), first), "with its salt a number is found by trying");

        forget(people, asked);

        town.room(PublicLog.class).advance(Instant.now());
        assertNowhere(people);
        for (var receipt : receipts) assertTrue(Receipt.read(receipt).orThrow().check(policy).isDone(), "an earlier receipt");
        assertEquals(List.of(), new LogCheck(LogFolder.at(folder.resolve("log")), policy, LogCheck.Terms.NONE).run().findings());
        var left = new ArrayList<byte[]>();
        for (var person : people) for (int n = 1; n <= 8; n++) left.addAll(events.salts(person.number().text(), n).values());
        assertEquals(0, guesses(entry, left.subList(0, Math.min(60, left.size())), first), "without it none of 10,000 fits, whatever other salt is tried");
        assertTombstone(first, receipts.getFirst(), policy);
    }

    private void assertTombstone(Person person, byte[] receipt, Policy policy) throws Exception {
        var page = town.get("/case/" + person.number()).body();
        assertTrue(page.contains("请求删除了自己写的内容") && page.contains("已修好。"), page);
        var gone = assertInstanceOf(Proof.Ready.class, town.room(PublicLog.class).proof(person.number().text(), cases.history(person.number()).size()));
        var leaf = new String(Receipt.read(gone.file()).orThrow().check(policy).orThrow().entry(), StandardCharsets.UTF_8);
        assertTrue(leaf.contains("\"ev\":\"WordsErased\"") && leaf.contains("1.title") && leaf.contains("3.text") && leaf.contains("PIPL-47"), leaf);
        assertTrue(cases.agreesWithItsEvents(person.number()));
        assertEquals("cases.refused.words-gone", why(cases.act(person.number(), new Act.Reopen("again"), By.resident(), Instant.now())));
        assertEquals("cases.refused.nothing-left", why(town.room(Forgetting.class).ask(person.number(), Instant.now())));
        assertTrue(new String(Receipt.read(receipt).orThrow().check(policy).orThrow().entry(), StandardCharsets.UTF_8).contains(person.number().text()));
    }

    private static String why(lianqiao.base.Outcome<?> outcome) {
        return outcome instanceof lianqiao.base.Outcome.Refused<?>(var key, var _) ? key : "done";
    }

    @Test void noWordGoesWithoutAnAct() {
        var sql = town.room(Database.class).sql();
        var refused = org.junit.jupiter.api.Assertions.assertThrows(org.springframework.dao.DataAccessException.class,
                () -> sql.sql("select forget_words('demo', '20261123-000001-1', 1)").query(row -> { }));
        assertTrue(String.valueOf(refused.getMessage()).contains("no act stands behind this"), refused.getMessage());
    }
}
