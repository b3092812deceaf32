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
import lianqiao.identity.CounterCheck;
import lianqiao.town.Browser;
import lianqiao.town.Browser.Eyes;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.Test;

/** Being verified by an identity service that we did not write, and by a paper at the counter. */
class IdentityServiceStoryTest extends SignInStory {
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
