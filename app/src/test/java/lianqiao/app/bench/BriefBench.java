package lianqiao.app.bench;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import lianqiao.app.RunningServer;
import lianqiao.app.Settings;
import lianqiao.authenticity.FoldCopies;
import lianqiao.base.Text;
import lianqiao.brief.Briefs;
import lianqiao.cases.Act;
import lianqiao.cases.By;
import lianqiao.cases.By.Role;
import lianqiao.cases.Cases;
import lianqiao.cases.DayBook;
import lianqiao.cases.TakeInContributions;
import lianqiao.channels.CaseImport;
import lianqiao.identity.OfficerLogins;
import lianqiao.insight.CollectHotIssues;
import lianqiao.insight.FindProposals;
import lianqiao.insight.Pressing;
import lianqiao.insight.ReadWhatPresses;
import lianqiao.insight.RefineHotIssues;
import lianqiao.insight.Tier;
import lianqiao.offices.Duty;
import lianqiao.offices.Office;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Officer;
import lianqiao.offices.OfficerId;
import lianqiao.offices.Offices;
import lianqiao.town.Browser;
import lianqiao.town.Browser.Eyes;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * The leader's brief: made of real messages that lie beside the checkout, as page and on paper in both languages, into a folder of
 * the bench; and how long it takes to write over {@code --cases N} invented cases.
 */
public final class BriefBench implements Bench {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String PASSWORD = "梧桥灯芯洲石榴桥";
    private static final String SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    /** Of the messages without an answer, those of the last days only: a town that leaves everything lying for years writes no brief. */
    private static final int OPEN_DAYS = 100;
    private static final double MOST_SECONDS = 60;
    private static final int MOST_SHEETS = 2;
    /** Read quietly; Han characters and words of one minute. */
    private static final double HAN_A_MINUTE = 400;
    private static final double WORDS_A_MINUTE = 220;

    @Override public String name() {
        return "brief";
    }

    @Override public List<String> options() {
        return List.of("texts", "cases", "keep", "only");
    }

    @Override public Verdict run(Stand stand) {
        stand.say("%s", stand.machine());
        var verdict = new Verdict("brief");
        var only = stand.options().getOrDefault("only", "");
        if (!only.equals("size")) look(stand, new RealTexts(stand), verdict);
        if (!only.equals("page")) size(stand, verdict);
        return verdict;
    }

    // ---- as a page and on paper

    private static void look(Stand stand, RealTexts texts, Verdict verdict) {
        net(stand, texts, verdict);
        var city = BenchCity.fresh(stand, "bench-brief");
        var settings = city.settings();
        var now = stand.clock().instant();
        try (var rooms = RunningServer.startBeside(settings)) {
            var file = shifted(city.folder(), texts, now);
            var report = rooms.room(CaseImport.class).take(file, "civic", now, _ -> { });
            Files.delete(file);
            stand.say("%,d messages taken in, %,d refused", report.imported(), report.failed());
            dispatch(rooms, now);
            catchUp(rooms, now);
            long began = System.nanoTime();
            var brief = rooms.room(Briefs.class).write(now);
            stand.say("the brief was written in %.2f s: %d lines that press, %d issues", since(began), brief.pressed().size(), brief.issues().size());
            verdict.with("page_seconds", since(began));
            leader(rooms, now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (var _ = RunningServer.start(settings); var browser = Browser.start()) {
            print(stand, city.folder(), settings, browser, verdict);
        }
        if (!stand.options().containsKey("keep")) stand.say("page and print lie in %s; erase the folder when you have looked", city.folder().resolve("print"));
    }

    /** What the lists of words find in the messages themselves. */
    private static void net(Stand stand, RealTexts texts, Verdict verdict) {
        var messages = texts.messages("messages-with-likes.csv");
        var read = messages.stream().map(message -> Pressing.read(message.text())).toList();
        long now = read.stream().filter(one -> one.tier() == Tier.NOW).count();
        long soon = read.stream().filter(one -> one.tier() == Tier.SOON).count();
        long selfHarm = read.stream().filter(one -> one.selfHarm()).count();
        long vulnerable = read.stream().filter(one -> one.vulnerable()).count();
        stand.say("%s", new Table("messages", "danger now", "cannot wait", "self-harm", "vulnerable").row(messages.size(), now, soon, selfHarm, vulnerable));
        verdict.with("messages", messages.size()).with("danger_now", now).with("cannot_wait", soon).with("self_harm", selfHarm).with("vulnerable", vulnerable);
    }

    /** The messages as a file for the import, each file moved so that its newest came this night. */
    private static Path shifted(Path folder, RealTexts texts, Instant now) throws IOException {
        var answered = texts.rows("civic-messages/messages-with-replies.csv");
        var open = texts.rows("civic-messages/messages-with-likes.csv");
        var night = LocalDateTime.ofInstant(now, ZONE).minusHours(9);
        var lastOpen = newest(open);
        var shift = Duration.between(newest(answered), night);
        var shiftOpen = Duration.between(lastOpen, night);
        var file = folder.resolve("messages.csv");
        try (var out = new CSVPrinter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), CSVFormat.RFC4180)) {
            out.printRecord("id", "title", "body", "time", "reply", "reply_time");
            for (var row : answered) row(out, row, shift, row.get("reply"), row.get("reply_time"));
            for (var row : open) if (at(row, "time").isAfter(lastOpen.minusDays(OPEN_DAYS))) row(out, row, shiftOpen, "", "");
        }
        return file;
    }

    private static LocalDateTime newest(List<CSVRecord> rows) {
        return rows.stream().map(row -> at(row, "time")).max(LocalDateTime::compareTo).orElseThrow();
    }

    private static void row(CSVPrinter out, CSVRecord row, Duration shift, String reply, String replied) throws IOException {
        var title = row.get("title").strip();
        out.printRecord(row.get("msg_id"), title.substring(0, Math.min(title.length(), 190)), row.get("body").strip(), TIME.format(at(row, "time").plus(shift)), reply,
                replied.isBlank() ? "" : TIME.format(LocalDateTime.parse(padded(replied), TIME).plus(shift)));
    }

    private static LocalDateTime at(CSVRecord row, String column) {
        return LocalDateTime.parse(padded(row.get(column)), TIME);
    }

    /** The files write some times without leading zeros, with slashes and without seconds. */
    private static String padded(String typed) {
        var numbers = Pattern.compile("\\d+").matcher(typed).results().map(one -> Integer.parseInt(one.group())).toList();
        return "%04d-%02d-%02d %02d:%02d:%02d".formatted(numbers.get(0), numbers.get(1), numbers.get(2), numbers.size() > 3 ? numbers.get(3) : 12,
                numbers.size() > 4 ? numbers.get(4) : 0, numbers.size() > 5 ? numbers.get(5) : 0);
    }

    /** The messages name no office: of what is overdue, two of three go to one of five invented ones, the rest waits at the hotline. */
    private static void dispatch(RunningServer rooms, Instant now) {
        var offices = rooms.room(Offices.class);
        var top = offices.all().getFirst().code();
        var names = List.of("住建局", "交通局", "城管局", "教育局", "市场监管局");
        for (int i = 0; i < names.size(); i++)
            offices.put(new Office(new OfficeCode("bench" + i), top, new Text(names.get(i), "Office " + (i + 1)), Office.Kind.DEPARTMENT, new Text("", ""), "", true)).orThrow();
        offices.put(new Officer(new OfficerId("sends"), "Dispatcher", top, Set.of(Duty.DISPATCHER), true)).orThrow();
        var by = By.officer(Role.DISPATCHER, top, new OfficerId("sends"));
        int i = 0;
        for (var line : rooms.room(DayBook.class).overdue(now, 3_000).first())
            if (++i % 3 != 0) rooms.room(Cases.class).act(line.number(), new Act.Assign(new OfficeCode("bench" + i % 5), List.of(), ""), by, now).orThrow();
    }

    private static void catchUp(RunningServer rooms, Instant now) {
        for (int turn = 0; turn < 20; turn++) {
            rooms.room(TakeInContributions.class).run(now);
            rooms.room(FoldCopies.class).run(now);
        }
        rooms.room(CollectHotIssues.class).run(now);
        rooms.room(RefineHotIssues.class).run(now);
        rooms.room(ReadWhatPresses.class).run(now);
        rooms.room(FindProposals.class).run(now);
    }

    private static void leader(RunningServer rooms, Instant now) {
        var offices = rooms.room(Offices.class);
        var top = offices.all().getFirst().code();
        offices.put(new Officer(new OfficerId("leader"), "Leader", top, Set.of(Duty.LEADER), true)).orThrow();
        rooms.room(OfficerLogins.class).create("leader", PASSWORD, now).orThrow();
        rooms.room(OfficerLogins.class).giveSecondFactor("leader", SECRET);
    }

    private static void print(Stand stand, Path folder, Settings settings, Browser browser, Verdict verdict) {
        var table = new Table("language", "Han characters", "words", "minutes to read", "sheets of A4");
        // One visit for both: a code signs in once.
        var page = browser.open(Eyes.DESKTOP);
        signIn(page, "http://127.0.0.1:" + settings.port(), stand.clock().instant());
        for (var prefix : List.of("", "/en")) {
            page.navigate("http://127.0.0.1:" + settings.port() + prefix + "/desk/brief");
            var name = prefix.isEmpty() ? "brief-zh" : "brief-en";
            var printed = pdf(page, folder.resolve("print"), name);
            var text = page.locator(".brief").innerText();
            long han = text.codePoints().filter(Character::isIdeographic).count();
            long words = Pattern.compile("[A-Za-z][A-Za-z’'-]*").matcher(text).results().count();
            double minutes = han / HAN_A_MINUTE + words / WORDS_A_MINUTE;
            table.row(prefix.isEmpty() ? "zh" : "en", han, words, minutes, printed);
            verdict.atMost(name + "_sheets", printed, MOST_SHEETS).with(name + "_minutes", minutes).with(name + "_han", han).with(name + "_words", words);
        }
        Browser.leave(page);
        stand.say("%s", table);
    }

    private static void signIn(Page page, String address, Instant now) {
        page.navigate(address + "/desk/sign-in");
        page.fill("#login", "leader");
        page.fill("#password", PASSWORD);
        page.fill("#code", OfficerLogins.codeAt(SECRET, now));
        page.click("form[action$='/desk/sign-in'] button[type=submit]");
    }

    /** How many sheets it takes. */
    private static long pdf(Page page, Path folder, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")).setFullPage(true));
        var bytes = page.pdf(new Page.PdfOptions().setFormat("A4").setPreferCSSPageSize(true).setPath(folder.resolve(name + ".pdf")));
        return Pattern.compile("/Type\\s*/Page\\b(?!s)").matcher(new String(bytes, StandardCharsets.ISO_8859_1)).results().count();
    }

    // ---- how long it takes

    private static void size(Stand stand, Verdict verdict) {
        long most = stand.number("cases", 1_000_000, 1_000, 10_000_000);
        var table = new Table("cases", "written in s", "the ranking alone s", "overdue", "received since yesterday");
        var city = BenchCity.keptOrFresh(stand, "bench-brief-size");
        double seconds = 0;
        for (long size = Math.min(most, 100_000); size <= most; size = size == most ? most + 1 : Math.min(most, size * 10)) {
            city.grow((int) size);
            seconds = at(city, stand, size, table);
            stand.say("%s", table);
        }
        verdict.with("cases", most).atMost("seconds", seconds, MOST_SECONDS).with("seconds_a_million", seconds / most * 1e6);
        if (!stand.options().containsKey("keep")) city.erase();
    }

    private static double at(BenchCity city, Stand stand, long size, Table table) {
        try (var rooms = RunningServer.startBeside(city.settings()); var store = city.store()) {
            store.contribute();
            var now = stand.clock().instant();
            long began = System.nanoTime();
            var ranking = rooms.room(Pressing.class).ranking(now);
            double ranked = since(began);
            long again = System.nanoTime();
            // Each size writes that of another morning: one that is written is never written again.
            var brief = rooms.room(Briefs.class).write(now.plus(Duration.ofDays(size % 6 + Long.toString(size).length())));
            double seconds = since(again);
            table.row(size, seconds, ranked, brief.figure(lianqiao.brief.Brief.Part.OVERDUE).count(), brief.figure(lianqiao.brief.Brief.Part.RECEIVED).count());
            if (ranking.ranked().isEmpty()) throw new IllegalStateException("nothing presses among " + size);
            return seconds;
        }
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
