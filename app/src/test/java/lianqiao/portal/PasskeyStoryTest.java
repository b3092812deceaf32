package lianqiao.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import lianqiao.identity.OfficerLogins;
import lianqiao.town.Browser;
import lianqiao.town.Browser.Eyes;
import lianqiao.town.SignInTown;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passkeys of residents and officers in Chromium, with its virtual authenticator. */
class PasskeyStoryTest extends SignInStory {
    private static final String PASSWORD = "四座桥连着两岸的灯";
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @Test void aResidentMakesAPasskeySignsInWithItAndSignsOutEverywhere() throws Exception {
        visit(Eyes.DESKTOP, "/en/me/sign-in");
        var authenticator = SignInTown.authenticator(page);
        signInByMail(page, mail());
        page.navigate(town.address() + "/en/me/access");
        page.click("form[action='/en/me/passkeys'] button");
        page.click("form[data-passkey] button");
        page.waitForURL("**/me/access");
        assertEquals(1, authenticator.passkeys());
        assertEquals(1, page.locator("form[action='/en/me/passkeys/drop']").count());
        Browser.assertNoAxeViolations(page);
        Browser.picture(page, "me-access-en-1280");
        page.navigate(town.address() + "/en/me");
        page.click("form[action='/en/me/sign-out'] button");

        page.navigate(town.address() + "/en/me/sign-in");
        Browser.assertNoAxeViolations(page);
        page.click("form[action='/en/me/sign-in/passkey'] button");
        page.click("form[data-passkey] button");
        page.waitForURL("**/en/me");
        assertEquals(List.of("me"), SignInTown.cookies(page));
        page.navigate(town.address() + "/en/me/access");
        assertTrue(page.content().contains("Chrome · Linux"), "told apart coarsely");
        page.click("form[action='/en/me/devices/end-all'] button");
        page.navigate(town.address() + "/en/me");
        assertTrue(page.url().endsWith("/en/me/sign-in"));
    }

    @Test void whatOpensDoorsIsChangedOnlyRightAfterSigningIn() throws Exception {
        visit(Eyes.DESKTOP, "/en/me/sign-in");
        signInByMail(page, mail());
        JdbcClient.create(town.room(DataSource.class)).sql("update open_session set began_at = began_at - interval '16 minutes' where kind = 'RESIDENT'").update();
        for (var step : List.of("/en/me/passkeys", "/en/me/close")) {
            page.navigate(town.address() + "/en/me/access");
            page.click("form[action='" + step + "'] button");
            assertTrue(page.url().endsWith("/en/me/sign-in?again=yes"), page.url());
        }
        signInByMail(page, mail());
        page.navigate(town.address() + "/en/me/access");
        page.click("form[action='/en/me/passkeys'] button");
        assertTrue(page.locator("form[data-passkey]").count() == 1);
    }

    @Test void anAuthenticatorThatCannotTellItsOwnerOpensNothing() throws Exception {
        visit(Eyes.DESKTOP, "/en/me/sign-in");
        var authenticator = SignInTown.authenticator(page);
        signInByMail(page, mail());
        page.navigate(town.address() + "/en/me/access");
        page.click("form[action='/en/me/passkeys'] button");
        page.click("form[data-passkey] button");
        page.waitForURL("**/me/access");
        page.context().clearCookies();
        authenticator.ownerIsThere(false);
        page.navigate(town.address() + "/en/me/sign-in");
        page.click("form[action='/en/me/sign-in/passkey'] button");
        page.click("form[data-passkey] button");
        page.waitForSelector("[data-failed]:not([hidden])");
        page.navigate(town.address() + "/en/me");
        assertTrue(page.url().endsWith("/en/me/sign-in"));
    }

    @Test void anOfficerMakesAPasskeyAndSignsInWithItAlone() {
        var logins = town.room(OfficerLogins.class);
        var clock = town.room(InstantSource.class);
        logins.create("officer", PASSWORD, clock.instant()).orThrow();
        logins.giveSecondFactor("officer", SECRET);
        visit(Eyes.DESKTOP, "/en/desk/sign-in");
        var authenticator = SignInTown.authenticator(page);
        page.fill("#login", "officer");
        page.fill("#password", PASSWORD);
        page.click("form[action='/en/desk/sign-in'] button");
        assertTrue(page.locator("#errors").isVisible(), "the password alone opens nothing");
        page.fill("#password", PASSWORD);
        page.fill("#code", OfficerLogins.codeAt(SECRET, clock.instant()));
        page.click("form[action='/en/desk/sign-in'] button");
        page.waitForURL("**/en/desk");
        page.navigate(town.address() + "/en/desk/me");
        Browser.assertNoAxeViolations(page);
        Browser.picture(page, "desk-me-en-1280");
        page.click("form[action='/en/desk/me/passkeys'] button");
        page.click("form[data-passkey] button");
        page.waitForURL("**/desk/me");
        assertEquals(1, authenticator.passkeys());
        page.click("form[action='/en/desk/sign-out'] button");

        page.click("form[action='/en/desk/sign-in/passkey'] button");
        page.click("form[data-passkey] button");
        page.waitForURL("**/en/desk");
        logins.enable("officer", false);
        page.navigate(town.address() + "/en/desk");
        assertTrue(page.url().contains("/en/desk/sign-in"), "a closed login ends the session at once");
        page.click("form[action='/en/desk/sign-in/passkey'] button");
        page.click("form[data-passkey] button");
        page.waitForSelector("#errors");
        logins.enable("officer", true);
    }
}
