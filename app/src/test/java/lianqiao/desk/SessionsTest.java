package lianqiao.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import lianqiao.identity.OfficerLogins;
import lianqiao.identity.OpenSessions;
import lianqiao.identity.Session.Kind;
import lianqiao.identity.Session.Way;
import lianqiao.web.Cookies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;

/** An officer who never stops clicking is signed out after twelve hours all the same. */
class SessionsTest {
    private final TownDesk desk = new TownDesk();
    private final OpenSessions open = desk.town.room(OpenSessions.class);
    /** After the passwords of all officers were set. */
    private final Instant morning = desk.now().plus(Duration.ofDays(1));
    private Instant now = morning;
    private final Sessions sessions = new Sessions(open, desk.town.room(OfficerLogins.class),
            new Readers(desk.offices, () -> now), new Cookies(false), () -> now);
    private final Map<String, Object> kept = new HashMap<>();
    private Cookie[] jar = {};
    private final HttpServletRequest request = stub(HttpServletRequest.class);
    private final HttpServletResponse response = stub(HttpServletResponse.class);

    /** A browser with one cookie, and a request that remembers what is put into it. */
    private <T> T stub(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, args) -> switch (method.getName()) {
            case "getCookies" -> jar;
            case "addHeader" -> {
                var text = (String) args[1];
                if (text.startsWith("desk=")) jar = new Cookie[] {new Cookie("desk", text.substring(5, text.indexOf(';')))};
                yield null;
            }
            case "getAttribute" -> kept.get(args[0]);
            case "setAttribute" -> kept.put((String) args[0], args[1]);
            case "isCommitted" -> false;
            default -> null;
        }));
    }

    @AfterEach void leave() {
        SecurityContextHolder.clearContext();
    }

    /** One request that long after the sign-in; whether the officer is still known behind the filter. */
    private boolean knownAfter(Duration since) throws Exception {
        now = morning.plus(since);
        kept.clear();
        SecurityContextHolder.clearContext();
        sessions.doFilter(request, response, (_, _) -> { });
        return SecurityContextHolder.getContext().getAuthentication() != null;
    }

    @Test void oneClickEveryQuarterOfAnHourKeepsASessionForTwelveHoursAndNoLonger() throws Exception {
        desk.mayEnter("civil.officer");
        sessions.begin("civil.officer", true, Way.PASSWORD, request, response);
        for (int minutes = 0; minutes < 12 * 60; minutes += 15) assertTrue(knownAfter(Duration.ofMinutes(minutes)), minutes + " minutes");
        assertTrue(knownAfter(Duration.ofHours(12).minusMillis(1)));
        assertEquals("屠念慈", kept.get("lianqiao.officer"));
        assertFalse(knownAfter(Duration.ofHours(12)));
        assertTrue(open.find(Kind.OFFICER, jar[0].getValue(), now).isEmpty(), "the session itself is gone, not only the name in it");
    }

    @Test void halfAnHourWithoutARequestEndsASession() throws Exception {
        desk.mayEnter("civil.officer");
        sessions.begin("civil.officer", true, Way.PASSWORD, request, response);
        assertTrue(knownAfter(Duration.ofMinutes(29)));
        assertTrue(knownAfter(Duration.ofMinutes(58)), "a request counts from when it came");
        assertFalse(knownAfter(Duration.ofMinutes(88)));
    }

    @Test void aPasswordChangedElsewhereEndsTheSessionsThatTheOldOneOpened() throws Exception {
        var logins = desk.town.room(OfficerLogins.class);
        desk.mayEnter("civil.head");
        now = desk.now();
        sessions.begin("civil.head", true, Way.PASSWORD, request, response);
        sessions.doFilter(request, response, (_, _) -> { });
        assertEquals("civil.head", SecurityContextHolder.getContext().getAuthentication().getName());
        logins.setPassword("civil.head", TownDesk.PASSWORD, now.plusSeconds(1)).orThrow();
        SecurityContextHolder.clearContext();
        sessions.doFilter(request, response, (_, _) -> { });
        assertNull(SecurityContextHolder.getContext().getAuthentication());
    }

    @Test void everySignInGivesAnotherTokenAndEndsTheSessionOfTheSameBrowser() {
        desk.mayEnter("civil.officer");
        sessions.begin("civil.officer", true, Way.PASSWORD, request, response);
        var first = jar[0].getValue();
        sessions.begin("civil.officer", true, Way.PASSWORD, request, response);
        assertNotEquals(first, jar[0].getValue());
        assertTrue(open.find(Kind.OFFICER, first, now).isEmpty());
        assertTrue(open.find(Kind.RESIDENT, jar[0].getValue(), now).isEmpty(), "of no use elsewhere");
    }

    @Test void aSessionEndsAtOnceWhenItsLoginIsClosed() throws Exception {
        desk.mayEnter("civil.head");
        sessions.begin("civil.head", true, Way.PASSWORD, request, response);
        assertTrue(knownAfter(Duration.ofMinutes(1)));
        var logins = desk.town.room(OfficerLogins.class);
        logins.enable("civil.head", false);
        try {
            assertFalse(knownAfter(Duration.ofMinutes(2)));
        } finally {
            logins.enable("civil.head", true);
        }
    }
}
