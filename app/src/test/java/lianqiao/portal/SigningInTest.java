package lianqiao.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import lianqiao.identity.CounterCheck;
import lianqiao.identity.OfficerLogins;
import lianqiao.town.Browser;
import lianqiao.town.Browser.Eyes;
import lianqiao.town.SignInTown;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing in with a real browser: by letter, by passkey and by an identity service that we did not write. */
class SigningInTest {
    private static final String PASSWORD = "四座桥连着两岸的灯";
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static SignInTown town;
    private static Browser browser;
    private static int people;
    private Page page;

    @BeforeAll static void open() throws Exception {
        town = new SignInTown();
        browser = Browser.start();
    }

    @AfterAll static void close() {
        browser.close();
        town.close();
    }

    @AfterEach void leave() {
        if (page != null) Browser.leave(page);
    }

    private static String mail() {
        return "resident" + ++people + "@mail.test";
    }

    private Page visit(Eyes eyes, String path) {
        if (page == null) page = browser.open(eyes);
        page.navigate(town.address() + path);
        return page;
    }

    private void signInByMail(Page page, String mail) throws Exception {
        page.navigate(town.address() + "/en/me/sign-in?again=yes");
        page.fill("#contact", mail);
        page.click("form[action='/en/me/sign-in'] button");
        page.fill("#code", town.code());
        page.click("form[action='/en/me/sign-in/code'] button");
        assertEquals(town.address() + "/en/me", page.url());
    }

    private void asks(Page page, String title) {
        page.navigate(town.address() + "/en/ask?service=lamp&area=shiliuqiao");
        page.fill("#title", title);
        page.fill("#body", "The lamp at the gate has been dark since Wednesday.");
        page.check("input[name=kind][value=HELP]");
        if (page.locator("input[name=own-contact]").count() == 0) page.check("input[name=no-contact]");
        page.click("button[name=step][value=preview]");
        page.click("button[name=step][value=send]");
    }

    @Test void aResidentSignsInByLetterWithoutScriptsAndFindsTheOwnCases() throws Exception {
        var mail = mail();
        visit(Eyes.PHONE.withoutScripts(), "/en/ask?service=lamp&area=shiliuqiao");
        page.fill("#contact", mail);
        page.fill("#title", "Filed before signing in");
        page.fill("#body", "It is dark at night.");
        page.check("input[name=kind][value=HELP]");
        page.click("button[name=step][value=preview]");
        page.click("button[name=step][value=send]");
        assertEquals(List.of(), SignInTown.cookies(page), "nothing needs a cookie before");
        visit(Eyes.PHONE, "/en/me");
        assertTrue(page.url().endsWith("/en/me/sign-in"));
        assertEquals(List.of(), SignInTown.cookies(page), "looking at the sign-in page sets none either");
        signInByMail(page, mail);
        assertEquals(List.of("me"), SignInTown.cookies(page));
        assertTrue(page.content().contains("Filed before signing in"), page.content());

        asks(page, "Filed while signed in");
        page.navigate(town.address() + "/en/me");
        assertEquals(2, page.locator("form[action='/en/follow']").count());
        page.locator("li", new Page.LocatorOptions().setHasText("Filed while signed in")).locator("form[action='/en/follow'] button").click();
        assertTrue(page.locator("h1").textContent().contains("Filed while signed in"));
        page.click("details:has(#supplement) > summary");
        page.fill("#supplement", "It is the third lamp from the bridge.");
        page.click("form[action='/en/follow/supplement'] button");
        assertTrue(page.content().contains("third lamp from the bridge"), "acting needs no code either");
        page.navigate(town.address() + "/en/me");
        Browser.picture(page, "me-en-320");
        page.click("form[action='/en/me/sign-out'] button");
        visit(Eyes.PHONE, "/en/me");
        assertTrue(page.url().endsWith("/me/sign-in"));
    }

    /** The value that stands in the place of the code in the form that opens a case. */
    private static String pass(Page page, String title) {
        return page.locator("li", new Page.LocatorOptions().setHasText(title)).locator("form[action='/en/follow'] input[name=code]").getAttribute("value");
    }

    private static int opens(String number, String code, String cookie) throws Exception {
        var form = "number=" + number + "&code=" + code;
        var request = HttpRequest.newBuilder(URI.create(town.address() + "/follow")).header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form));
        if (!cookie.isEmpty()) request.header("Cookie", "me=" + cookie);
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Test void aPassOpensOneCaseInOneSession() throws Exception {
        visit(Eyes.DESKTOP, "/en/me/sign-in");
        signInByMail(page, mail());
        asks(page, "The first of two");
        asks(page, "The second of two");
        page.navigate(town.address() + "/en/me");
        var first = page.locator("li", new Page.LocatorOptions().setHasText("The first of two")).locator("input[name=number]").first().getAttribute("value");
        var second = page.locator("li", new Page.LocatorOptions().setHasText("The second of two")).locator("input[name=number]").first().getAttribute("value");
        var cookie = page.context().cookies().getFirst().value;
        assertEquals(200, opens(first, pass(page, "The first of two"), cookie));
        assertEquals(422, opens(second, pass(page, "The first of two"), cookie), "for no other case");
        assertEquals(422, opens(first, pass(page, "The first of two"), ""), "not without the session, as from another site");
        assertEquals(422, opens(first, "", cookie), "and the cookie alone opens nothing");
    }

    @Test void aNewAddressTakesTheCasesAlong() throws Exception {
        visit(Eyes.DESKTOP, "/en/me/sign-in");
        signInByMail(page, mail());
        asks(page, "It follows me");
        page.navigate(town.address() + "/en/me/access");
        page.fill("#contact", mail());
        page.click("form[action='/en/me/mail'] button");
        page.fill("#code", town.code());
        page.click("form[action='/en/me/mail/code'] button");
        assertTrue(page.url().endsWith("/en/me/access"), page.url());
        page.navigate(town.address() + "/en/me");
        assertTrue(page.content().contains("It follows me"));
        assertTrue(page.content().contains("r***@mail.test"));
    }

    @Test void aConfidentialCaseOfAStrangerShowsItsNumberOnly() throws Exception {
        var mail = mail();
        visit(Eyes.DESKTOP, "/en/ask?service=lamp&area=shiliuqiao");
        page.fill("#title", "Not for the owner of this address");
        page.fill("#body", "A stranger has mistyped an address.");
        page.fill("#contact", mail);
        page.check("input[name=kind][value=HELP]");
        page.check("input[name=open][value=private]");
        page.click("button[name=step][value=preview]");
        page.click("button[name=step][value=send]");
        signInByMail(page, mail);
        assertFalse(page.content().contains("Not for the owner"));
        assertTrue(page.content().contains("Only whoever has its code may read it"));
        page.navigate(town.address() + "/en/me/access");
        page.click("form[action='/en/me/close'] button");
        assertEquals(List.of(), SignInTown.cookies(page));
    }

    @Test void aCodeIsWorthNothingInAnotherBrowser() throws Exception {
        visit(Eyes.PHONE, "/en/me/sign-in");
        page.fill("#contact", mail());
        page.click("form[action='/en/me/sign-in'] button");
        var code = town.code();
        var other = browser.open(Eyes.PHONE);
        try {
            other.navigate(town.address() + "/en/me/sign-in/code?code=" + code);
            assertTrue(other.content().contains("no code on its way"));
            other.navigate(town.address() + "/en/me");
            assertTrue(other.url().endsWith("/en/me/sign-in"));
        } finally {
            Browser.leave(other);
        }
        page.navigate(town.address() + "/en/me/sign-in/code?code=" + code);
        assertEquals(code, page.inputValue("#code"), "the link fills in the code and does nothing else");
        page.click("form[action='/en/me/sign-in/code'] button");
        assertEquals(town.address() + "/en/me", page.url());
    }

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

    // the identity service

    private void confirms(String subject, Map<String, Object> claims) {
        town.service.enqueueCallback(new DefaultOAuth2TokenCallback("city", subject, "JWT", List.of("lianqiao"), claims, 300));
    }

    private void goToTheCity(Page page) {
        page.navigate(town.address() + "/en/me/sign-in");
        page.click("form[action='/en/me/sign-in/with/city'] button");
    }

    @Test void aResidentIsVerifiedByTheCityAndCountedApart() throws Exception {
        confirms("pair-wise-7", Map.of("acr", "substantial"));
        visit(Eyes.DESKTOP, "/en/me/sign-in");
        goToTheCity(page);
        Browser.assertNoAxeViolations(page);
        Browser.picture(page, "me-going-en-1280");
        var there = page.getAttribute("#there", "href");
        assertTrue(there.contains("scope=openid&") || there.endsWith("scope=openid"), "asked for nothing else: " + there);
        assertTrue(there.contains("code_challenge_method=S256"));
        page.click("#there");
        page.waitForURL("**/en/me");
        asks(page, "Asked by somebody verified");
        page.navigate(town.address() + "/en/me");
        page.click("form[action='/en/follow'] button");
        assertTrue(page.content().contains("Filed by a verified resident"));
        page.navigate(town.address() + "/en/figures");
        assertTrue(page.content().contains("were filed by residents whom"));
        page.navigate(town.address() + "/en/me/level");
        assertTrue(page.content().contains("Liucheng identity"));
        assertFalse(page.content().contains("pair-wise-7"));

        // The same person in another browser is the same resident.
        confirms("pair-wise-7", Map.of());
        var other = browser.open(Eyes.PHONE);
        try {
            goToTheCity(other);
            other.click("#there");
            other.waitForURL("**/en/me");
            assertTrue(other.content().contains("Asked by somebody verified"));
            Browser.assertNoSidewaysScroll(other);
        } finally {
            Browser.leave(other);
        }
    }

    /** The address the service sends a browser back to, taken away before the browser gets there. */
    private String answerFor(Page page) throws Exception {
        goToTheCity(page);
        var there = page.getAttribute("#there", "href");
        var response = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(there)).build(), HttpResponse.BodyHandlers.discarding());
        return response.headers().firstValue("Location").orElseThrow();
    }

    private void assertRefused(Page page, String back) {
        page.navigate(back);
        assertTrue(page.locator("#errors").isVisible(), page.url());
        page.navigate(town.address() + "/en/me");
        assertTrue(page.url().endsWith("/en/me/sign-in"));
    }

    @Test void anAnswerBegunInAnotherBrowserSignsNobodyIn() throws Exception {
        visit(Eyes.DESKTOP, "/en/me/sign-in");
        var back = answerFor(page);
        var victim = browser.open(Eyes.DESKTOP);
        try {
            assertRefused(victim, back);
            goToTheCity(victim);
            assertRefused(victim, back);
        } finally {
            Browser.leave(victim);
        }
    }

    @Test void anAnswerIsTakenOnce() throws Exception {
        confirms("twice", Map.of());
        visit(Eyes.DESKTOP, "/en/me/sign-in");
        var back = answerFor(page);
        page.navigate(back);
        page.waitForURL("**/en/me");
        page.context().clearCookies();
        assertRefused(page, back);
    }

    @Test void anAnswerOfAnotherServiceIsNotTaken() throws Exception {
        visit(Eyes.DESKTOP, "/en/me/sign-in");
        assertRefused(page, answerFor(page) + "&iss=https%3A%2F%2Fother.example");
        assertRefused(page, answerFor(page).replace("/me/back/city", "/me/back/strict"));
    }

    @Test void aTokenThatHasRunOutIsRefused() throws Exception {
        town.service.enqueueCallback(new DefaultOAuth2TokenCallback("city", "late", "JWT", List.of("lianqiao"), Map.of(), -3600));
        visit(Eyes.DESKTOP, "/en/me/sign-in");
        assertRefused(page, answerFor(page));
    }

    @Test void aServiceThatIsNotSureEnoughVerifiesNobody() {
        town.service.enqueueCallback(new DefaultOAuth2TokenCallback("strict", "weak", "JWT", List.of("lianqiao"), Map.of("acr", "low"), 300));
        visit(Eyes.DESKTOP, "/en/me/sign-in");
        page.click("form[action='/en/me/sign-in/with/strict'] button");
        page.click("#there");
        page.waitForSelector("#errors");
        assertTrue(page.content().contains("not sure enough"));
        page.navigate(town.address() + "/en/me");
        assertTrue(page.url().endsWith("/en/me/sign-in"));
    }

    @Test void aCodeFromTheCounterVerifiesOnce() throws Exception {
        var code = town.room(CounterCheck.class).seen("operator", town.room(InstantSource.class).instant()).grouped();
        for (int turn = 0; turn < 2; turn++) {
            visit(Eyes.PHONE, "/en/me/sign-in");
            signInByMail(page, mail());
            page.navigate(town.address() + "/en/me/level");
            page.click("form[action='/en/me/level/with/counter'] button");
            page.fill("#code", code);
            page.click("form[action='/en/me/level/counter'] button");
            assertEquals(turn == 0, page.url().endsWith("/en/me/level"), page.url());
            page.context().clearCookies();
        }
    }
}
