package lianqiao.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import lianqiao.town.Browser;
import lianqiao.town.Browser.Eyes;
import lianqiao.town.SignInTown;
import org.junit.jupiter.api.Test;

/** Signing in by letter with a real browser, and what a session may do. */
class SigningInTest extends SignInStory {
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
        assertEquals(List.of(), SignInTown.cookies(page));
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

    @Test void signingOutClearsWhatScriptsHaveKeptInTheBrowser() throws Exception {
        visit(Eyes.DESKTOP, "/en/me/sign-in");
        signInByMail(page, mail());
        page.evaluate("localStorage.setItem('draft:ask', 'half a sentence')");
        page.navigate(town.address() + "/en/me");
        assertEquals("half a sentence", page.evaluate("localStorage.getItem('draft:ask')"), "while signed in it stays");
        page.click("form[action='/en/me/sign-out'] button");
        page.waitForFunction("localStorage.getItem('draft:ask') === null");
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
}
