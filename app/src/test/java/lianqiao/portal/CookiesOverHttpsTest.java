package lianqiao.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import lianqiao.app.Opened;
import lianqiao.identity.OfficerLogins;
import lianqiao.identity.OpenSessions;
import lianqiao.identity.Session;
import lianqiao.offices.DirectoryFiles;
import lianqiao.town.Browser;
import lianqiao.town.Browser.Eyes;
import lianqiao.town.RunningTown;
import lianqiao.town.TestFolders;
import lianqiao.town.TlsFront;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The program under an https address, behind something that takes TLS, and a browser that refuses a {@code __Host-} cookie unless it is what it says. */
class CookiesOverHttpsTest {
    private static final String PASSWORD = "四座桥连着两岸的灯";
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static Path folder;
    private static TlsFront front;
    private static Opened program;
    private static Browser browser;

    @BeforeAll static void open() throws Exception {
        folder = TestFolders.fresh("https-town-" + ProcessHandle.current().pid());
        front = new TlsFront(folder.resolve("tls"));
        program = Opened.start(folder, Map.of("LIANQIAO_PUBLIC_URL", front.address()));
        front.standBefore(program.behindTheProxy());
        var report = program.room(DirectoryFiles.class).takeIn(RunningTown.files());
        assertEquals(List.of(), report.bad());
        browser = Browser.start();
    }

    @AfterAll static void close() {
        browser.close();
        front.close();
        program.close();
        TestFolders.erase(folder);
    }

    private static void assertBoundToThisHost(Cookie cookie) {
        assertTrue(cookie.name.startsWith("__Host-"), cookie.name);
        assertTrue(cookie.secure && cookie.httpOnly, cookie.name);
        assertEquals("/", cookie.path);
        assertEquals("localhost", cookie.domain, "no dot before it: no other host is sent it");
        assertEquals(SameSiteAttribute.LAX, cookie.sameSite);
        assertEquals(-1, cookie.expires, "it ends with the browser");
    }

    @Test void everyCookieIsBoundToThisHostAndToTls() {
        var page = browser.open(Eyes.DESKTOP);
        try {
            page.navigate(front.address() + "/en/");
            page.navigate(front.address() + "/en/ask");
            assertEquals(List.of(), page.context().cookies(), "none before somebody signs in");
            page.navigate(front.address() + "/en/me/sign-in");
            page.fill("#contact", "tls@mail.test");
            page.click("form[action='/en/me/sign-in'] button");
            assertEquals(List.of("__Host-sign-in"), names(page));
            page.context().cookies().forEach(CookiesOverHttpsTest::assertBoundToThisHost);
            officerSignsIn(page);
            assertEquals(List.of("__Host-desk"), names(page), "and that of the try is gone");
            page.context().cookies().forEach(CookiesOverHttpsTest::assertBoundToThisHost);
            page.click("form[action='/en/desk/sign-out'] button");
            assertEquals(List.of("__Host-sign-in"), names(page), "signing out takes it away, and the sign-in page begins another try");
        } finally {
            Browser.leave(page);
        }
        var wrong = front.cookies().stream().filter(line -> !line.matches("__Host-[a-z-]+=[\\w-]*; Path=/;( Max-Age=0; Expires=[^;]+;)? Secure; HttpOnly; SameSite=Lax")).toList();
        assertEquals(List.of(), wrong, "as written in the answers");
        assertTrue(front.cookies().size() >= 3, "cookies went by: " + front.cookies().size());
    }

    private static void officerSignsIn(Page page) {
        var logins = program.room(OfficerLogins.class);
        var now = program.room(InstantSource.class).instant();
        logins.create("officer", PASSWORD, now).orThrow();
        logins.giveSecondFactor("officer", SECRET);
        page.navigate(front.address() + "/en/desk/sign-in");
        page.fill("#login", "officer");
        page.fill("#password", PASSWORD);
        page.fill("#code", OfficerLogins.codeAt(SECRET, now));
        page.click("form[action='/en/desk/sign-in'] button");
        page.waitForURL("**/en/desk");
    }

    private static List<String> names(Page page) {
        var names = new TreeSet<String>();
        page.context().cookies().forEach(cookie -> names.add(cookie.name));
        return List.copyOf(names);
    }

    /** Any host of the same domain could set a cookie with a plain name; the very session under that name opens nothing. */
    @Test void aSessionUnderAPlainNameOpensNothing() {
        var now = program.room(InstantSource.class).instant();
        program.room(OfficerLogins.class).create("civil.officer", PASSWORD, now).orThrow();
        var session = program.room(OpenSessions.class).begin(Session.Kind.OFFICER, "civil.officer", true, Session.Way.PASSWORD, "test", now);
        for (var name : List.of("desk", "__Host-desk")) {
            var page = browser.open(Eyes.DESKTOP);
            try {
                page.context().addCookies(List.of(new Cookie(name, session).setUrl(front.address()).setSecure(true)));
                page.navigate(front.address() + "/en/desk");
                assertEquals(name.equals("desk"), page.url().contains("/desk/sign-in"), name + " leads to " + page.url());
            } finally {
                Browser.leave(page);
            }
        }
    }
}
