package lianqiao.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import lianqiao.api.CaseExport;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.cases.Act;
import lianqiao.cases.By;
import lianqiao.cases.Cases;
import lianqiao.channels.CaseImport;
import lianqiao.channels.SendNotices;
import lianqiao.channels.WriteNotices;
import lianqiao.identity.Residents;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.OfficerId;
import lianqiao.offices.Offices;
import lianqiao.offices.Routing;
import lianqiao.store.Database;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * A person's number and mailbox, different ones in each of forty kinds of input, and then a look into everything the program
 * has written: every column of every table, every file, every line of the log with the level set to DEBUG, letters, exports,
 * pages. They may stand in the places named here and nowhere else.
 */
class PlantedPersonsTest {
    /** Words of residents and of offices are kept as they were written, for the office that works on them (docs/privacy.md). */
    private static final Set<String> AS_WRITTEN = Set.of("originals.text");
    /** What officers write only for one another is read at the desk alone, so nothing of it is masked, and the desk's search finds it. */
    private static final Set<String> INTERNAL = Set.of("note", "reason of an assignment");
    private static final Set<String> OF_THE_DESK = Set.of("case_texts.text");
    private static final By DISPATCHER = By.officer(By.Role.DISPATCHER, new OfficeCode("hotline"), new OfficerId("dispatcher"));
    private static final By OFFICER = By.officer(By.Role.OFFICER, new OfficeCode("urban"), new OfficerId("urban1"));
    private static final Path DATA = Path.of("target", "data-running-town-" + ProcessHandle.current().pid());
    private static final HttpClient CLIENT = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private static final List<String> KINDS = new ArrayList<>();
    private static final ConcurrentLinkedQueue<String> LOG = new ConcurrentLinkedQueue<>();
    private static final List<String> ANSWERS = new ArrayList<>();
    private static final AppenderBase<ILoggingEvent> EAR = new AppenderBase<>() {
        @Override protected void append(ILoggingEvent event) {
            LOG.add(event.getLoggerName() + " " + event.getFormattedMessage() + told(event.getThrowableProxy()));
        }
    };

    private static Visitor visitor;
    private static Visitor.Receipt mine;

    private static String told(IThrowableProxy fault) {
        return fault == null ? "" : " " + fault.getMessage() + told(fault.getCause());
    }

    /** The person planted in this kind of input. */
    private record Person(String phone, String mail, String token) {
        static Person in(String kind) {
            if (!KINDS.contains(kind)) KINDS.add(kind);
            int number = KINDS.indexOf(kind) + 1;
            return new Person("1397346%04d".formatted(number), "planted%04d@persons.test".formatted(number), "zhangxq%04dzq".formatted(number));
        }

        /** For inputs that are no words of a case: also what no rule of masking knows. */
        String whole() {
            return phone + " " + mail + " " + token;
        }

        /** For words of a case: what must be masked. */
        String details() {
            return "蓝楹 " + phone + " " + mail;
        }

        List<String> traces() {
            return List.of(phone, phone.substring(3), mail.substring(0, mail.indexOf('@')), token);
        }
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void ask(HttpRequest.Builder request) throws Exception {
        var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        ANSWERS.add(answer.headers().map().toString());
    }

    private static HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(visitor.town.address() + path));
    }

    @BeforeAll static void fortyKindsOfInput() throws Exception {
        visitor = new Visitor();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        EAR.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        EAR.start();
        root.addAppender(EAR);
        var before = root.getLevel();
        root.setLevel(Level.DEBUG);
        ((Logger) LoggerFactory.getLogger("lianqiao")).setLevel(Level.DEBUG);
        try {
            words();
            contacts();
            names();
            headers();
            doors();
            officers();
            imports();
            nonsense();
            for (int turn = 0; turn < 3; turn++) {
                visitor.town.room(WriteNotices.class).run(Instant.now());
                visitor.town.room(SendNotices.class).run(Instant.now());
            }
            for (int turn = 0; turn < 5_000 && !visitor.town.get("/search?q=" + coded("蓝楹")).body().contains(mine.number()); turn++) Thread.onSpinWait();
        } finally {
            root.setLevel(before);
            ((Logger) LoggerFactory.getLogger("lianqiao")).setLevel(Level.INFO);
        }
    }

    @AfterAll static void stopListening() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(EAR);
    }

    /** What residents and offices write about a case. */
    private static void words() throws Exception {
        var fields = Visitor.lamp();
        fields.put("title", Person.in("title").details());
        fields.put("body", Person.in("body").details());
        fields.put("address", Person.in("place").details());
        fields.put("contact", Person.in("contact: number").phone());
        fields.put("form-token", visitor.token("/ask"));
        fields.put(Person.in("name of a field").token(), "x");
        fields.put("unknown", Person.in("value of an unknown field").whole());
        fields.put("step", "preview");
        visitor.send("/ask", fields);
        fields.put("step", "send");
        mine = Visitor.receipt(visitor.send("/ask", fields, List.of(new Visitor.Sent(Person.in("file name").token() + Person.in("file name").phone() + ".jpg", photo()))));
        var cases = visitor.town.room(Cases.class);
        var acts = new LinkedHashMap<Act, By>();
        acts.put(new Act.Assign(new OfficeCode("urban"), List.of(), Person.in("reason of an assignment").details()), DISPATCHER);
        acts.put(new Act.Accept(), OFFICER);
        acts.put(new Act.AskBack(Person.in("question back").details()), OFFICER);
        acts.put(new Act.Supplement(Person.in("addition").details(), List.of()), By.resident());
        acts.put(new Act.Note(Person.in("note").details()), OFFICER);
        acts.put(new Act.Report(Person.in("report").details(), List.of()), OFFICER);
        acts.put(new Act.Answer(Person.in("answer").details(), List.of()), OFFICER);
        acts.put(new Act.Verdict(Act.Solved.NOT, 1, 1, Person.in("verdict").details()), By.resident());
        acts.put(new Act.Reopen(Person.in("reopening").details()), By.resident());
        for (var act : acts.entrySet()) cases.act(new CaseNumber(mine.number()), act.getKey(), act.getValue(), Instant.now()).orThrow();
    }

    /** With a comment and a piece of EXIF that name a person. */
    private static byte[] photo() throws IOException {
        var picture = new ByteArrayOutputStream();
        javax.imageio.ImageIO.write(new java.awt.image.BufferedImage(40, 30, java.awt.image.BufferedImage.TYPE_INT_RGB), "jpg", picture);
        var bytes = picture.toByteArray();
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, 2);
        segment(out, 0xFE, Person.in("comment of a photo").whole());
        segment(out, 0xE1, "Exif\0\0" + Person.in("EXIF of a photo").whole());
        out.write(bytes, 2, bytes.length - 2);
        out.writeBytes(Person.in("behind a photo").whole().getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static void segment(ByteArrayOutputStream out, int kind, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) kind, (byte) ((bytes.length + 2) >> 8), (byte) (bytes.length + 2)});
        out.writeBytes(bytes);
    }

    private static void contacts() throws Exception {
        var fields = Visitor.lamp();
        fields.put("contact", Person.in("contact: mailbox").mail());
        var other = visitor.ask(fields);
        var own = Map.of("number", other.number(), "code", other.code());
        var correct = new LinkedHashMap<>(own);
        correct.put("form-token", visitor.token("/follow"));
        correct.put("correct", Person.in("corrected contact").mail());
        visitor.send("/my-data/correct", correct);
        correct.put("correct", Person.in("contact that is none").token() + " " + Person.in("contact that is none").phone() + "x");
        visitor.send("/my-data/correct", correct);
        visitor.send("/subscribe", Map.of("form-token", visitor.token("/subscribe?topic=all"), "topic", "all", "contact", Person.in("contact of a subscriber").mail()));
        visitor.send("/case/" + other.number() + "/rights", Map.of("form-token", visitor.token("/case/" + other.number() + "/rights"), "contact", Person.in("contact of a rights notice").mail(),
                "words", Person.in("rights notice").details(), "text", Person.in("rights notice").details()));
    }

    /** Addresses, parameters and fields that are meant for something else. */
    private static void names() throws Exception {
        ask(at("/search?q=" + coded(Person.in("search").whole())));
        ask(at("/ask/similar?text=" + coded(Person.in("text to compare").whole())));
        ask(at("/?from=" + coded(Person.in("unknown parameter").whole())));
        ask(at("/cases?office=" + coded(Person.in("parameter that must be a code").whole())));
        ask(at("/case/" + coded(Person.in("path").whole()).replace("+", "%20")));
        ask(at("/nowhere/" + coded(Person.in("path to nowhere").whole()).replace("+", "%20")));
        ask(at("/photo/" + coded(Person.in("name of a photo").whole()).replace("+", "%20")));
        visitor.send("/follow", Map.of("number", Person.in("case number").whole(), "code", Person.in("follow-up code").whole(), "form-token", Person.in("token of a form").whole()));
        visitor.send("/log/verify", Map.of("receipt", Person.in("receipt to verify").whole(), "form-token", visitor.token("/log/verify")));
        var fields = Visitor.lamp();
        fields.put("form-token", visitor.token("/ask"));
        fields.put("kept-photo", Person.in("hidden field").whole());
        fields.put("point", Person.in("point on the map").whole());
        visitor.send("/ask", fields);
    }

    private static void headers() throws Exception {
        for (var header : List.of("User-Agent", "Referer", "Cookie", "X-Forwarded-For", "Forwarded", "Accept-Language", "From", "Authorization", "X-Request-Id", "Accept", "If-None-Match", "Range")) {
            var person = Person.in("header " + header);
            ask(at("/ask").header(header, person.whole()));
            ask(at("/desk").header(header, person.whole()));
        }
    }

    private static void doors() throws Exception {
        visitor.send("/desk/sign-in", Map.of("login", Person.in("login").token(), "password", Person.in("password").whole(), "code", Person.in("second factor").whole()));
        visitor.send("/desk/sign-in", Map.of("login", Person.in("login that is a number").phone(), "password", "x", "to", Person.in("return address").whole()));
        ask(at("/ask").header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString("{\"body\":\"" + Person.in("JSON").whole() + "\"")));
        ask(at("/ask").header("Content-Type", "application/xml").POST(HttpRequest.BodyPublishers.ofString("<!DOCTYPE x [<!ENTITY y '" + Person.in("XML").whole() + "'>]><x>&y;</x>")));
        ask(at("/ask").header("Content-Type", "multipart/form-data; boundary=x").POST(HttpRequest.BodyPublishers.ofString(
                "--x\r\nContent-Disposition: form-data; name=\"" + Person.in("name of a part").whole() + "\"\r\nX-Who: " + Person.in("header of a part").whole() + "\r\n\r\n"
                + Person.in("part that never ends").whole())));
        ask(at("/ask").header("Content-Type", "text/" + Person.in("type of a body").token()).POST(HttpRequest.BodyPublishers.ofString("x")));
        ask(at("/ask").method("PUT", HttpRequest.BodyPublishers.ofString(Person.in("body of another method").whole())));
        ask(at("/ask").header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString("body=%zz" + coded(Person.in("broken coding").whole()))));
    }

    private static void officers() {
        var residents = visitor.town.room(Residents.class);
        var me = visitor.town.room(Cases.class).residentOf(new CaseNumber(mine.number())).orElseThrow();
        residents.reveal(me, "urban1", mine.number() + " 回访 " + Person.in("purpose of a reveal").details(), Instant.now()).orThrow();
    }

    private static void imports() throws Exception {
        var offices = visitor.town.room(Offices.class);
        var door = new CaseImport(visitor.town.room(Cases.class), offices, new Routing(offices), java.time.ZoneId.of("Asia/Shanghai"));
        var csv = Files.writeString(Files.createDirectories(Path.of("target")).resolve("planted.csv"), "external_id,title,body,contact," + Person.in("column of an import").token() + "\n"
                + "1," + Person.in("import").details() + ",x," + Person.in("contact in an import").mail() + ",y\n" + Person.in("broken row of an import").whole() + "\n");
        ANSWERS.add(String.valueOf(door.take(csv, "planted", Instant.now(), _ -> { }).faults()));
    }

    /** What is no request at all. */
    private static void nonsense() throws IOException {
        for (var request : List.of(Person.in("method").token() + " / HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /?" + Person.in("unquoted address").whole().replace(' ', '<') + " HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: " + Person.in("host").whole() + "\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\n" + Person.in("name of a header").whole() + ": y\r\n\r\n",
                "GET / HTTP/" + Person.in("protocol").token() + "\r\n\r\n")) {
            try (var line = new Socket(InetAddress.getLoopbackAddress(), URI.create(visitor.town.address()).getPort())) {
                line.setSoTimeout(3_000);
                line.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
                line.shutdownOutput();
                ANSWERS.add(new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException cutOff) {
                ANSWERS.add("");
            }
        }
    }

    /** Which kinds of input left a trace in a text. */
    private static Set<String> found(String text) {
        var kinds = new TreeSet<String>();
        if (!text.contains("7346") && !text.contains("planted") && !text.contains("zhangxq")) return kinds;
        for (var kind : KINDS) if (Person.in(kind).traces().stream().anyMatch(text::contains)) kinds.add(kind);
        return kinds;
    }

    @Test void atLeastThirtyKindsWerePlanted() {
        assertTrue(KINDS.size() >= 30, KINDS.size() + " " + KINDS);
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
        assertTrue(written.containsAll(Set.of("title", "body", "place", "answer")), "the look finds what is there: " + written);
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
                "/figures", "/overdue", "/feed/all.atom", "/feed/all.rss", "/open-data/cases.csv", "/sitemap.xml", "/moderation", "/log", "/health", "/robots.txt", "/subscribe", "/follow")) {
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
        LoggerFactory.getLogger("lianqiao.careless").warn("received from {}", Person.in("title").mail());
        assertTrue(LOG.stream().skip(before).anyMatch(line -> found(line).contains("title")));
        LOG.removeIf(line -> line.startsWith("lianqiao.careless"));
        assertEquals(Set.of("title"), found(Person.in("title").phone()));
        assertEquals(Set.of("file name"), found("target/photos/" + Person.in("file name").token() + ".jpg"));
    }

    @Test void nothingIsPrintedOnTheTerminalEither() {
        var said = new ByteArrayOutputStream();
        var out = System.out;
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            doors();
            nonsense();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            System.setOut(out);
        }
        assertEquals(Set.of(), found(said.toString(StandardCharsets.UTF_8)));
    }
}
