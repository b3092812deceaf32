package lianqiao.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.calendar.TimeLimit;
import lianqiao.cases.Act;
import lianqiao.cases.By;
import lianqiao.cases.Cases;
import lianqiao.cases.Kind;
import lianqiao.cases.NewCase;
import lianqiao.channels.SendNotices;
import lianqiao.channels.WriteNotices;
import lianqiao.offices.AreaCode;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.OfficerId;
import lianqiao.offices.ServiceCode;
import lianqiao.town.Browser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every place where a text of a case can come to light on a running town. A mobile, an identity, a card and a plate
 * number stand in the title, the text, the place, a photo's file name and every later entry of two cases; none of the
 * places may hold one of them. A harmless word that stands beside each of them shows that the place was really looked at.
 */
class WhereTextSurfacesTest {
    private static final List<String> PLANTED = List.of("13912345678", "110101199003078670", "6222021234567890128", "湘A7K3M9");
    private static final List<String> PIECES = List.of("12345678", "19900307", "1234567890", "7K3M9");
    private static final String WORD = "蓝花楹";
    private static final String ALL = WORD + String.join("，", PLANTED) + "。";
    private static final OfficeCode URBAN = new OfficeCode("urban");
    private static final By DISPATCHER = By.officer(By.Role.DISPATCHER, new OfficeCode("hotline"), new OfficerId("dispatcher"));
    private static final By OFFICER = By.officer(By.Role.OFFICER, URBAN, new OfficerId("urban1"));

    private static Visitor reader;
    private static Visitor.Receipt mine;
    private static CaseNumber overdue;
    private static String photo;

    @BeforeAll static void twoCasesFullOfDetails() throws Exception {
        reader = new Visitor();
        var cases = reader.town.room(Cases.class);
        var start = Instant.now().minus(30, ChronoUnit.DAYS);
        overdue = cases.receive(new NewCase(Kind.COMPLAINT, new ServiceCode("lamp"), new AreaCode("shiliuqiao"), ALL, null, title(), ALL, Language.ZH,
                false, null, "web", null, null, List.of()), By.resident(), start).orThrow().number();
        subscribe();
        mine = asked();
        var number = new CaseNumber(mine.number());
        everyAct(cases, number, Instant.now());
        photo = cases.publicly(number, Instant.now()).orElseThrow().trail().getFirst().photos().getFirst().toString();
        for (int turn = 0; turn < 5_000 && !searched(WORD).contains(mine.number()); turn++) Thread.onSpinWait();
    }

    private static String searched(String words) throws Exception {
        return reader.town.get("/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)).body();
    }

    private static String title() {
        return WORD + String.join("，", PLANTED.subList(0, 2)) + PLANTED.get(3);
    }

    /** With a photo whose file is named after a telephone, by an author who hears from us by mail. */
    private static Visitor.Receipt asked() throws Exception {
        var fields = new LinkedHashMap<>(Visitor.lamp());
        fields.put("title", title());
        fields.put("body", ALL);
        fields.put("address", ALL);
        fields.put("contact", "author@surfaces.test");
        fields.put("form-token", reader.token("/ask"));
        fields.put("step", "send");
        return Visitor.receipt(reader.send("/ask", fields, List.of(new Visitor.Sent(PLANTED.getFirst() + ".jpg", Visitor.picture()))));
    }

    private static void everyAct(Cases cases, CaseNumber number, Instant now) {
        var acts = new LinkedHashMap<Act, By>();
        acts.put(new Act.Assign(URBAN, List.of(), ALL), DISPATCHER);
        acts.put(new Act.Accept(), OFFICER);
        acts.put(new Act.AskBack(ALL), OFFICER);
        acts.put(new Act.Supplement(ALL, List.of()), By.resident());
        acts.put(new Act.Note(ALL), OFFICER);
        acts.put(new Act.Extend(TimeLimit.parse("1wd"), ALL), OFFICER);
        acts.put(new Act.Report(ALL, List.of()), OFFICER);
        acts.put(new Act.Escalate(Act.Level.SUPERVISOR, ALL), By.resident());
        acts.put(new Act.Answer(ALL, List.of()), OFFICER);
        acts.put(new Act.Verdict(Act.Solved.NOT, 1, 1, ALL), By.resident());
        acts.put(new Act.Reopen(ALL), By.resident());
        acts.put(new Act.ClaimDone(ALL, List.of()), OFFICER);
        acts.forEach((act, by) -> cases.act(number, act, by, now).orThrow());
    }

    /** Orders and confirms the news of everything, as a stranger would. */
    private static void subscribe() throws Exception {
        var order = Map.of("form-token", reader.token("/subscribe?topic=all"), "topic", "all", "contact", "stranger@surfaces.test");
        assertEquals(200, reader.send("/subscribe", order).statusCode());
        reader.send(Visitor.first("(/subscribe/confirm/[A-Za-z0-9_-]{43})", letters("stranger@surfaces.test", "confirm").getFirst()), Map.of());
    }

    private static List<String> letters(String to, String kind) throws IOException {
        var folder = Path.of("target", "data-running-town-" + ProcessHandle.current().pid(), "mail");
        for (int turn = 0; turn < 2_000; turn++) {
            reader.town.room(WriteNotices.class).run(Instant.now());
            reader.town.room(SendNotices.class).run(Instant.now());
            if (!Files.isDirectory(folder)) continue;
            var found = new ArrayList<String>();
            try (var files = Files.newDirectoryStream(folder, "*.eml")) {
                for (var file : files) if (file.getFileName().toString().startsWith(kind) && Files.readString(file).contains(to)) found.add(plain(file));
            }
            if (!found.isEmpty()) return found;
        }
        throw new AssertionError("no letter " + kind + " to " + to);
    }

    /** Subject and both bodies of a letter, decoded. */
    private static String plain(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var letter = new MimeMessage(Session.getInstance(new Properties()), in);
            var parts = (Multipart) letter.getContent();
            return letter.getSubject() + "\n" + parts.getBodyPart(0).getContent() + "\n" + parts.getBodyPart(1).getContent();
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    private static void assertClean(String place, String content) {
        assertTrue(content.contains(WORD), () -> place + " does not show the case at all, so it proves nothing:\n" + content);
        assertHoldsNone(place, content);
    }

    private static void assertHoldsNone(String place, String content) {
        var decoded = content + URLDecoder.decode(content.replaceAll("%(?![0-9a-fA-F]{2})", "%25"), StandardCharsets.UTF_8);
        for (var piece : PIECES) assertFalse(decoded.contains(piece), () -> place + " holds " + piece + ":\n" + content);
    }

    @TestFactory Stream<DynamicTest> pages() {
        var word = URLEncoder.encode(WORD, StandardCharsets.UTF_8);
        var places = new LinkedHashMap<String, String>();
        places.put("the case's page with its title, trail and head", "/case/" + mine.number());
        places.put("an overdue case's page", "/case/" + overdue);
        places.put("the first page", "/");
        places.put("the list of cases", "/cases");
        places.put("the page of an office", "/office/urban");
        places.put("the page of an area", "/area/shiliuqiao");
        places.put("the page of a category", "/service/lamp");
        places.put("the search's results, snippets and marks", "/search?q=" + word);
        places.put("cases like what is being typed", "/ask/similar?text=" + word + word);
        places.put("the Atom feed of all", "/feed/all.atom");
        places.put("the RSS feed of all", "/feed/all.rss");
        places.put("the feed of an office", "/feed/office/urban.atom");
        places.put("the feed of an area", "/feed/area/shiliuqiao.rss");
        places.put("the download of all cases", "/open-data/cases.csv");
        return places.entrySet().stream().map(place -> DynamicTest.dynamicTest(place.getKey(), () -> {
            for (var prefix : place.getValue().startsWith("/open-data") ? List.of("") : List.of("", "/en", "/large"))
                assertClean(prefix + place.getValue(), reader.town.get(prefix + place.getValue()).body());
        }));
    }

    @Test void theOverdueBoard() throws Exception {
        assertClean("/overdue", reader.town.get("/overdue").body());
        assertHoldsNone("/overdue?view=reopened", reader.town.get("/overdue?view=reopened").body());
    }

    @Test void addressesAndNames() throws Exception {
        for (var path : List.of("/sitemap.xml", "/case/" + mine.number() + "/clock", "/subscribe?topic=case:" + mine.number()))
            assertHoldsNone(path, reader.town.get(path).body());
        var picture = reader.town.bytes("/photo/" + photo + ".jpg");
        assertEquals(200, picture.statusCode());
        assertHoldsNone("a photo's name and headers", photo + picture.headers().map());
        assertHoldsNone("what is inside a photo", new String(picture.body(), StandardCharsets.ISO_8859_1));
    }

    @Test void searchingForANumberFindsNothing() throws Exception {
        for (var number : PLANTED) {
            var found = searched(number);
            assertFalse(found.contains("/case/" + mine.number()) || found.contains("/case/" + overdue), number);
        }
    }

    @Test void lettersToSubscribersAndToTheAuthor() throws Exception {
        for (var letter : letters("stranger@surfaces.test", "news")) assertHoldsNone("a letter to a subscriber", letter);
        assertTrue(letters("stranger@surfaces.test", "news").stream().anyMatch(letter -> letter.contains(WORD)));
        var own = letters("author@surfaces.test", "");
        for (var letter : own) assertHoldsNone("a letter on its way through other people's servers", letter);
        assertTrue(own.stream().anyMatch(letter -> letter.contains(WORD)));
    }

    @Test void theAuthorReadsEveryWord() throws Exception {
        var page = reader.send("/follow", Map.of("number", mine.number(), "code", mine.code())).body();
        for (var number : PLANTED) assertTrue(page.contains(number), number);
        var wrong = reader.send("/follow", Map.of("number", overdue.text(), "code", mine.code())).body();
        assertHoldsNone("another case with the wrong code", wrong);
    }

    @Test void whoWritesSeesBeforeSendingWhatWillBeMasked() throws Exception {
        var fields = Visitor.lamp();
        fields.put("title", title());
        fields.put("body", ALL + "家里0731-84012345，再写一遍13912345678。");
        fields.put("form-token", reader.token("/ask"));
        fields.put("step", "preview");
        var preview = reader.send("/ask", fields).body();
        assertTrue(preview.contains("公开时会遮住 9 处个人信息"), preview);
        assertTrue(preview.contains("<li>固定电话：0731-84012345</li>") && preview.contains("<li>车牌号：湘A7K3M9</li>"), preview);
        Browser.assertValidHtml(preview);
        fields.put("open", "private");
        fields.put("form-token", reader.token("/ask"));
        assertFalse(reader.send("/ask", fields).body().contains("遮住"), "a confidential case is masked for nobody");
    }
}
