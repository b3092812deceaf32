package lianqiao.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.calendar.WorkingCalendar;
import lianqiao.cases.Act;
import lianqiao.cases.By;
import lianqiao.cases.Cases;
import lianqiao.cases.Kind;
import lianqiao.cases.NewCase;
import lianqiao.cases.Rules;
import lianqiao.identity.FollowCodes;
import lianqiao.identity.Keys;
import lianqiao.offices.AreaCode;
import lianqiao.offices.DirectoryFiles;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Offices;
import lianqiao.offices.OfficerId;
import lianqiao.offices.ServiceCode;
import lianqiao.town.TestDatabase;
import lianqiao.town.TestFolders;
import org.jspecify.annotations.Nullable;

/** The invented town's cases and an index of them in a folder of its own. */
final class Library implements AutoCloseable {
    static final Instant MONDAY = Instant.parse("2026-11-16T01:00:00Z");

    final TestDatabase town = TestDatabase.fresh();
    final Offices offices = Offices.in(town.database());
    final Path folder;
    final Cases cases;
    Search search;

    Library() {
        new DirectoryFiles(offices).takeIn(Files.exists(Path.of("town")) ? Path.of("town") : Path.of("..", "town"));
        folder = TestFolders.passing("index");
        cases = new Cases(town.database(), offices, new FollowCodes(Keys.in(folder.resolve("keys"))), Library::calendar, Rules.standard());
        search = open();
    }

    Search open() {
        return Search.open(folder.resolve("search"), cases, town.database());
    }

    private static WorkingCalendar calendar() {
        try (var csv = Library.class.getResourceAsStream("/calendar/cn.csv")) {
            return WorkingCalendar.parse(ZoneId.of("Asia/Shanghai"), "2026", new String(csv.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ServiceCode service(int place) {
        return offices.services().get(place % offices.services().size()).code();
    }

    AreaCode area(int place) {
        return offices.areas().get(place % offices.areas().size()).code();
    }

    OfficeCode office(int place) {
        var others = offices.all().stream().map(o -> o.code()).filter(c -> !c.equals(hotline())).toList();
        return others.get(place % others.size());
    }

    OfficeCode hotline() {
        return offices.hotline().orElseThrow().code();
    }

    CaseNumber asks(String title, String body) {
        return asks(title, body, false, null, 0, MONDAY);
    }

    CaseNumber asks(String title, String body, boolean confidential, @Nullable OfficeCode concerns, int place, Instant now) {
        var kind = concerns == null ? Kind.HELP : Kind.REPORT;
        return cases.receive(new NewCase(kind, service(place), area(place), "", null, title, body, Language.of(body), confidential, concerns,
                "web", null, null, List.of()), By.resident(), now).orThrow().number();
    }

    void assign(CaseNumber number, OfficeCode office, String note) {
        does(number, new Act.Assign(office, List.of(), note), By.officer(By.Role.DISPATCHER, hotline(), new OfficerId("d1")));
    }

    void answer(CaseNumber number, OfficeCode office, String text) {
        var officer = By.officer(By.Role.OFFICER, office, new OfficerId("o1"));
        does(number, new Act.Accept(), officer);
        does(number, new Act.Answer(text, List.of()), officer);
    }

    void does(CaseNumber number, Act act, By by) {
        cases.act(number, act, by, MONDAY.plusSeconds(3_600)).orThrow();
    }

    void catchUp() {
        while (search.catchUp(MONDAY)) Thread.onSpinWait();
    }

    SearchResult find(String text) {
        return search.find(SearchQuery.of(text));
    }

    List<CaseNumber> numbers(String text) {
        return find(text).hits().stream().map(SearchResult.Hit::number).toList();
    }

    @Override public void close() {
        search.close();
        town.close();
    }
}
