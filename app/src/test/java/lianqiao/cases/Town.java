package lianqiao.cases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.calendar.WorkingCalendar;
import lianqiao.cases.By.Role;
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

/** The invented town with its offices and an own database, and short words for what people do in it. */
final class Town implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    final TestDatabase database = TestDatabase.fresh();
    final Offices offices = Offices.in(database.database());
    final AtomicReference<WorkingCalendar> calendar = new AtomicReference<>(calendar());
    final Cases cases;
    final List<OfficeCode> departments;
    final ServiceCode service;
    final AreaCode area;

    Town() {
        var report = new DirectoryFiles(offices).takeIn(townFolder());
        if (!report.bad().isEmpty()) throw new IllegalStateException(report.bad().toString());
        cases = new Cases(database.database(), offices, new FollowCodes(keys()), calendar::get, Rules.standard());
        departments = offices.all().stream().map(o -> o.code()).filter(c -> !c.equals(offices.hotline().orElseThrow().code())).toList();
        service = offices.services().stream().filter(s -> s.limit().equals("5wd")).findFirst().orElseThrow().code();
        area = offices.areas().getFirst().code();
    }

    static Path townFolder() {
        return Files.exists(Path.of("town")) ? Path.of("town") : Path.of("..", "town");
    }

    private static Keys keys() {
        return Keys.in(TestFolders.passing("keys").resolve("keys"));
    }

    static WorkingCalendar calendar() {
        try (var csv = Town.class.getResourceAsStream("/calendar/cn.csv")) {
            return WorkingCalendar.parse(ZONE, "2026", new String(csv.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    NewCase lamp() {
        return lamp(null);
    }

    NewCase lamp(@Nullable String key) {
        return new NewCase(Kind.HELP, service, area, "", null, "路灯不亮", "门口的路灯三天没亮了，老人晚上出门怕摔。", Language.ZH, false, null, "web", null, key, List.of());
    }

    Cases.Received asks(Instant now) {
        return cases.receive(lamp(), By.resident(), now).orThrow();
    }

    int does(CaseNumber number, Act act, By by, Instant now) {
        return cases.act(number, act, by, now).orThrow();
    }

    Case see(CaseNumber number, Instant now) {
        return cases.atTheDesk(number, now).orElseThrow();
    }

    By dispatcher() {
        return By.officer(Role.DISPATCHER, offices.hotline().orElseThrow().code(), new OfficerId("d1"));
    }

    By supervisor() {
        return By.officer(Role.SUPERVISOR, offices.hotline().orElseThrow().code(), new OfficerId("s1"));
    }

    By officer(OfficeCode office) {
        return By.officer(Role.OFFICER, office, new OfficerId("o1"));
    }

    @Override public void close() {
        database.close();
    }
}
