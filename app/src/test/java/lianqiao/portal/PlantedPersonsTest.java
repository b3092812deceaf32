package lianqiao.portal;

import static lianqiao.portal.PlantedPersons.ANSWERS;
import static lianqiao.portal.PlantedPersons.KINDS;
import static lianqiao.portal.PlantedPersons.LOG;
import static lianqiao.portal.PlantedPersons.coded;
import static lianqiao.portal.PlantedPersons.found;
import static lianqiao.portal.PlantedPersons.mine;
import static lianqiao.portal.PlantedPersons.visitor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lianqiao.api.CaseExport;
import lianqiao.base.Language;
import lianqiao.store.Database;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * A person's number and mailbox, different ones in each of fifty kinds of input ({@link PlantedPersons}), and then a look into
 * everything the program has written: every column of every table, every file, every line of the log with the level set to DEBUG,
 * letters, exports, pages. They may stand in the places named here and nowhere else.
 */
class PlantedPersonsTest {
    /** Words of residents and of offices are kept as they were written, for the office that works on them (docs/privacy.md). */
    private static final Set<String> AS_WRITTEN = Set.of("originals.text");
    /** What officers write only for one another is read at the desk alone, so nothing of it is masked, and the desk's search finds it. */
    private static final Set<String> INTERNAL = Set.of("note", "reason of an assignment");
    private static final Set<String> OF_THE_DESK = Set.of("case_texts.text");
    private static final Path DATA = Path.of("target", "data-running-town-" + ProcessHandle.current().pid());

    @BeforeAll static void plant() throws Exception {
        PlantedPersons.all();
    }

    @AfterAll static void stopListening() {
        PlantedPersons.stopListening();
    }

    @Test void atLeastThirtyKindsWerePlanted() {
        assertTrue(KINDS.size() >= 30, KINDS.size() + " " + KINDS);
        assertEquals(200, PlantedPersons.phoned, "the call was taken");
        System.out.println(KINDS.size() + " kinds of input");
    }

    @Test void everyColumnOfEveryTable() {
        var sql = visitor.town.room(Database.class).sql();
        var columns = sql.sql("select table_name, column_name, data_type from information_schema.columns where table_schema = 'public' order by 1, 2")
                .query((row, _) -> List.of(row.getString(1), row.getString(2), row.getString(3))).list();
        var leaks = new ArrayList<String>();
        var written = new TreeSet<String>();
        for (var column : columns) {
            var name = column.get(0) + "." + column.get(1);
            var text = column.get(2).equals("bytea") ? "encode(" + column.get(1) + ", 'escape')" : "\"" + column.get(1) + "\"::text";
            var kinds = found(String.join("\n", sql.sql("select coalesce(" + text + ", '') from " + column.get(0)).query(String.class).list()));
            if (AS_WRITTEN.contains(name)) written.addAll(kinds);
            if (OF_THE_DESK.contains(name)) kinds.removeAll(INTERNAL);
            if (AS_WRITTEN.contains(name)) continue;
            if (!kinds.isEmpty()) leaks.add(name + " holds " + kinds);
        }
        assertEquals("", String.join("\n", leaks));
        assertTrue(columns.size() > 200, "columns looked at: " + columns.size());
        assertTrue(written.containsAll(Set.of("title", "body", "place", "answer", "body of a confidential case", "body taken by phone", "answer given on the phone")), "the look finds what is there: " + written);
    }

    @Test void everyFileButTheDatabasesOwnAndTheLettersToTheirOwners() throws IOException {
        var leaks = new ArrayList<String>();
        try (var files = Files.walk(DATA)) {
            for (var file : files.filter(one -> !one.startsWith(DATA.resolve("postgres").resolve("cluster")) && !one.toString().contains("/bin-")).toList()) {
                found(file.getFileName().toString()).forEach(kind -> leaks.add("the name of " + file + " holds " + kind));
                if (Files.isDirectory(file)) continue;
                var kinds = found(file.toString().endsWith(".eml") ? lettersButTheirAddress(file) : Files.readString(file, StandardCharsets.ISO_8859_1));
                if (file.startsWith(DATA.resolve("search"))) kinds.removeAll(INTERNAL);
                if (!kinds.isEmpty()) leaks.add(file + " holds " + kinds);
            }
        } catch (UncheckedIOException vanished) {
            // A file of the index that was merged away meanwhile; the next test reads the index as it is.
        }
        assertEquals("", String.join("\n", leaks));
    }

    /** A letter names its receiver once; nobody else may stand in it. */
    private static String lettersButTheirAddress(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var letter = new jakarta.mail.internet.MimeMessage(jakarta.mail.Session.getInstance(new java.util.Properties()), in);
            var parts = (jakarta.mail.Multipart) letter.getContent();
            var to = letter.getAllRecipients();
            assertEquals(1, to.length);
            letter.removeHeader("To");
            var heads = java.util.Collections.list(letter.getAllHeaderLines());
            return letter.getSubject() + heads + parts.getBodyPart(0).getContent() + parts.getBodyPart(1).getContent();
        } catch (jakarta.mail.MessagingException e) {
            throw new IOException(e);
        }
    }

    @Test void theSearchIndexWordByWord() throws IOException {
        var leaks = new TreeSet<String>();
        long looked = 0;
        try (var folders = Files.walk(DATA.resolve("search"))) {
            for (var folder : folders.filter(Files::isDirectory).filter(PlantedPersonsTest::isIndex).toList()) {
                try (var reader = DirectoryReader.open(FSDirectory.open(folder))) {
                    for (int document = 0; document < reader.maxDoc(); document++, looked++) leaks.addAll(found(reader.storedFields().document(document).toString()));
                    for (var field : FieldInfos.getIndexedFields(reader)) {
                        var terms = MultiTerms.getTerms(reader, field);
                        if (terms == null) continue;
                        var all = terms.iterator();
                        for (var term = all.next(); term != null; term = all.next()) leaks.addAll(found(new String(term.bytes, term.offset, term.length, StandardCharsets.ISO_8859_1)));
                    }
                }
            }
        }
        leaks.removeAll(INTERNAL);
        assertEquals(Set.of(), leaks);
        assertTrue(looked > 0, "no index was looked at");
    }

    private static boolean isIndex(Path folder) {
        try (var segments = Files.newDirectoryStream(folder, "segments_*")) {
            return segments.iterator().hasNext();
        } catch (IOException e) {
            return false;
        }
    }

    @Test void everyLineOfTheLogAtDebug() {
        assertEquals("", LOG.stream().filter(line -> !found(line).isEmpty()).collect(Collectors.joining("\n")));
    }

    @Test void headersOfAnswersAndWhatIsNotAPage() {
        assertEquals("", ANSWERS.stream().filter(answer -> !found(answer).isEmpty()).collect(Collectors.joining("\n")));
    }

    @Test void pagesFeedsExportsAndTheFiguresOfHealth() throws Exception {
        var leaks = new ArrayList<String>();
        for (var path : List.of("/", "/cases", "/case/" + mine.number(), "/case/" + mine.number() + "/clock", "/search?q=" + coded("蓝楹"), "/office/urban", "/area/shiliuqiao", "/service/lamp",
                "/figures", "/overdue", "/feed/all.atom", "/feed/all.rss", "/open-data/cases.csv", "/sitemap.xml", "/moderation", "/leaders", "/suggestions", "/log", "/health", "/robots.txt", "/subscribe", "/follow")) {
            var kinds = found(visitor.town.get(path).body());
            if (!kinds.isEmpty()) leaks.add(path + " holds " + kinds);
        }
        var export = new StringWriter();
        visitor.town.room(CaseExport.class).write(export, Language.ZH);
        assertTrue(export.toString().contains(mine.number()));
        assertEquals(Set.of(), found(export.toString()));
        assertEquals("", String.join("\n", leaks));
    }

    /** The controls: a careless line of the log and a careless column are found. */
    @Test void aPersonInALineOfTheLogAndInAColumnWouldBeFound() {
        var before = LOG.size();
        LoggerFactory.getLogger("lianqiao.careless").warn("received from {}", PlantedPersons.Person.in("title").mail());
        assertTrue(LOG.stream().skip(before).anyMatch(line -> found(line).contains("title")));
        LOG.removeIf(line -> line.startsWith("lianqiao.careless"));
        assertEquals(Set.of("title"), found(PlantedPersons.Person.in("title").phone()));
        assertEquals(Set.of("file name"), found("target/photos/" + PlantedPersons.Person.in("file name").token() + ".jpg"));
    }

    @Test void nothingIsPrintedOnTheTerminalEither() {
        var said = new ByteArrayOutputStream();
        var out = System.out;
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            PlantedPersons.doors();
            PlantedPersons.nonsense();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            System.setOut(out);
        }
        assertEquals(Set.of(), found(said.toString(StandardCharsets.UTF_8)));
    }
}
