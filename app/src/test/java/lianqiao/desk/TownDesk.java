package lianqiao.desk;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.base.Outcome;
import lianqiao.cases.Act;
import lianqiao.cases.By;
import lianqiao.cases.By.Role;
import lianqiao.cases.Case;
import lianqiao.cases.Cases;
import lianqiao.cases.Kind;
import lianqiao.cases.NewCase;
import lianqiao.identity.Contact;
import lianqiao.identity.OfficerLogins;
import lianqiao.identity.Residents;
import lianqiao.offices.AreaCode;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.OfficerId;
import lianqiao.offices.Offices;
import lianqiao.offices.ServiceCode;
import lianqiao.rights.CarryNoticesOn;
import lianqiao.town.RunningTown;
import org.jspecify.annotations.Nullable;

/** The running town with its officers able to sign in, and short words for what residents and officers do there. */
final class TownDesk {
    static final String PASSWORD = "梧桥灯芯洲石榴桥";
    private static final String SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    final RunningTown town = RunningTown.open();
    final Cases cases = town.room(Cases.class);
    final Offices offices = town.room(Offices.class);
    private final OfficerLogins logins = town.room(OfficerLogins.class);
    private final InstantSource clock = town.room(InstantSource.class);

    Instant now() {
        return clock.instant();
    }

    /** A login that works, with a second factor whose last code is unused. */
    void mayEnter(String login) {
        if (logins.all().stream().noneMatch(known -> known.officer().equals(login))) logins.create(login, PASSWORD, now()).orThrow();
        logins.giveSecondFactor(login, SECRET);
    }

    String code() {
        return OfficerLogins.codeAt(SECRET, now());
    }

    /** Signs in through the page; {@code prefix} is empty or {@code /en}. */
    void signIn(Page page, String prefix, String login) {
        mayEnter(login);
        page.navigate(town.address() + prefix + "/desk/sign-in");
        fillSignIn(page, login);
    }

    void fillSignIn(Page page, String login) {
        page.fill("#login", login);
        page.fill("#password", PASSWORD);
        page.fill("#code", code());
        page.click("form[action$='/desk/sign-in'] button[type=submit]");
    }

    void signOut(Page page) {
        page.context().clearCookies();
    }

    /** Looks once a moment until the job that carries notices on has brought it about; it runs by itself every second. */
    void carriedOn(Callable<Boolean> there) throws Exception {
        for (int turn = 0; turn < 200 && !there.call(); turn++) {
            town.room(CarryNoticesOn.class).run(now());
            Thread.sleep(50);
        }
        if (!there.call()) throw new AssertionError("it did not come about");
    }

    CaseNumber asks(Kind kind, String title, @Nullable OfficeCode concerns) {
        var contact = Contact.read("138%08d".formatted(Math.floorMod(title.hashCode(), 100_000_000))).orElseThrow();
        var resident = town.room(Residents.class).contactable(contact, Language.ZH, now());
        return cases.receive(new NewCase(kind, new ServiceCode("lamp"), new AreaCode("shiliuqiao"), "石榴桥街 12 号", null, title,
                "从上周三起，门口的灯一直不亮，老人晚上走路看不清。", Language.ZH, false, concerns, "web", resident, null, List.of()), By.resident(), now()).orThrow().number();
    }

    CaseNumber asks(String title) {
        return asks(Kind.HELP, title, null);
    }

    Case see(CaseNumber number) {
        return cases.atTheDesk(number, now()).orElseThrow();
    }

    By by(Role role, String login) {
        var officer = offices.officer(new OfficerId(login)).orElseThrow();
        return By.officer(role, officer.office(), officer.id());
    }

    Outcome<Integer> does(CaseNumber number, Act act, Role role, String login) {
        return cases.act(number, act, by(role, login), now());
    }

    /** Sent to the urban office by the dispatcher and accepted there. */
    CaseNumber handled(String title) {
        var number = asks(title);
        does(number, new Act.Assign(new OfficeCode("urban"), List.of(), ""), Role.DISPATCHER, "dispatcher").orThrow();
        does(number, new Act.Accept(), Role.OFFICER, "officer").orThrow();
        return number;
    }

}
