package lianqiao.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import lianqiao.identity.LoginActs;
import lianqiao.identity.LoginActs.Did;
import lianqiao.identity.OfficerLogins;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Officers look after their own sign-in, and what is done to it stands in a record. */
class OwnAccessTest {
    private static final Pattern CODE = Pattern.compile("<code>([0-9A-Z]{5}-[0-9A-Z]{5})</code>");
    private static final Pattern SECRET = Pattern.compile("<code>([A-Z2-7]{4}(?: [A-Z2-7]{4}){7})</code>");
    private static TownDesk desk;

    @BeforeAll static void open() {
        desk = new TownDesk();
    }

    private static boolean isIn(Visitor visitor) throws Exception {
        return visitor.get("/desk").statusCode() == 200;
    }

    private static List<Did> done(String login) {
        return desk.town.room(LoginActs.class).latest().stream().filter(act -> act.login().equals(login)).map(LoginActs.LoginAct::act).toList();
    }

    @Test void whoeverLosesADeviceSignsOutThereOrEverywhere() throws Exception {
        var here = new Visitor(desk);
        var there = new Visitor(desk);
        here.signIn("shiliuqiao.officer");
        there.signIn("shiliuqiao.officer");
        var page = here.get("/desk/me").body();
        assertEquals(303, here.post("/desk/me/end", page).statusCode());
        assertTrue(isIn(here));
        assertFalse(isIn(there));
        there.signIn("shiliuqiao.officer");
        assertEquals("/desk/sign-in", here.post("/desk/me/end-all", here.get("/desk/me").body()).headers().firstValue("Location").orElse(""));
        assertFalse(isIn(here));
        assertFalse(isIn(there));
    }

    @Test void aChangedPasswordSignsOutEverybodyWhoKnewTheOldOne() throws Exception {
        var here = new Visitor(desk);
        var there = new Visitor(desk);
        here.signIn("education.officer");
        there.signIn("education.officer");
        var page = here.get("/desk/me").body();
        assertEquals(422, here.post("/desk/me/password", page, "old-password", "something else", "new-password", "五座桥连着两岸的灯").statusCode());
        assertTrue(isIn(there));
        assertEquals(303, here.post("/desk/me/password", page, "old-password", TownDesk.PASSWORD, "new-password", "五座桥连着两岸的灯").statusCode());
        assertTrue(isIn(here), "a new session begins where it was changed");
        assertFalse(isIn(there));
        assertTrue(done("education.officer").contains(Did.PASSWORD));
        desk.town.room(OfficerLogins.class).setPassword("education.officer", TownDesk.PASSWORD, desk.now()).orThrow();
    }

    @Test void anotherPhoneTakesOverAndARecoveryCodeHelpsWhenItIsLost() throws Exception {
        var visitor = new Visitor(desk);
        visitor.signIn("housing.head");
        var begun = visitor.post("/desk/me/second-factor", visitor.get("/desk/me").body()).body();
        var secret = SECRET.matcher(begun);
        assertTrue(secret.find(), begun);
        var wanted = OfficerLogins.codeAt(secret.group(1).replace(" ", ""), desk.now());
        assertEquals(422, visitor.post("/desk/me/second-factor/confirm", begun, "code", wanted.equals("000000") ? "111111" : "000000").statusCode());
        var codes = visitor.post("/desk/me/second-factor/confirm", begun, "code", wanted).body();
        var recovery = CODE.matcher(codes);
        assertTrue(recovery.find(), codes);
        var again = new Visitor(desk);
        var page = again.get("/desk/sign-in").body();
        assertEquals(401, again.post("/desk/sign-in", page, "login", "housing.head", "password", TownDesk.PASSWORD, "code", desk.code()).statusCode(), "the old phone");
        assertEquals(303, again.post("/desk/sign-in", page, "login", "housing.head", "password", TownDesk.PASSWORD, "code", recovery.group(1)).statusCode());
        assertTrue(isIn(again));
        assertTrue(done("housing.head").containsAll(List.of(Did.SECOND_FACTOR, Did.RECOVERY_USED)));
    }

    @Test void whatOpensDoorsIsChangedOnlyRightAfterSigningIn() throws Exception {
        var visitor = new Visitor(desk);
        visitor.signIn("transport.officer");
        var page = visitor.get("/desk/me").body();
        var sql = JdbcClient.create(desk.town.room(DataSource.class));
        sql.sql("update officer_login set password_since = password_since - interval '1 hour' where login = 'transport.officer'").update();
        assertTrue(sql.sql("update open_session set began_at = began_at - interval '16 minutes' where whose = 'transport.officer'").update() > 0);
        for (var step : List.of("/desk/me/passkeys", "/desk/me/second-factor")) {
            var sent = visitor.post(step, page);
            assertEquals("/desk/sign-in?again=yes&to=/desk/me", sent.headers().firstValue("Location").orElse(""), step);
        }
        assertTrue(isIn(visitor), "everything else goes on");
    }

    @Test void anAdministratorsResetEndsEverythingAndStandsInTheRecord() throws Exception {
        var officer = new Visitor(desk);
        officer.signIn("civil.officer");
        var admin = new Visitor(desk);
        admin.signIn("admin");
        var entry = admin.get("/desk/admin/people/entry?code=civil.officer").body();
        assertEquals(303, admin.post("/desk/admin/people/sign-out", entry).statusCode());
        assertFalse(isIn(officer));
        officer.signIn("civil.officer");
        assertTrue(admin.post("/desk/admin/people/reset", entry).body().contains("<code>"));
        assertFalse(isIn(officer));
        assertTrue(done("civil.officer").containsAll(List.of(Did.SIGNED_OUT, Did.RESET)));
        var supervisor = new Visitor(desk);
        supervisor.signIn("supervisor");
        assertTrue(supervisor.get("/desk/sign-ins").body().contains("civil.officer"));
        assertEquals(404, admin.get("/desk/counter").statusCode(), "only who sits at the counter sees papers");
        desk.town.room(OfficerLogins.class).setPassword("civil.officer", TownDesk.PASSWORD, desk.now()).orThrow();
    }
}
