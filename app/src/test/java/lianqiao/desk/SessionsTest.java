package lianqiao.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import lianqiao.identity.OfficerLogins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;

/** An officer who never stops clicking is signed out after twelve hours all the same. */
class SessionsTest {
    private static final Instant MORNING = Instant.parse("2026-11-23T00:30:00Z");

    private final TownDesk desk = new TownDesk();
    private Instant now = MORNING;
    private final Sessions sessions = new Sessions(desk.town.room(OfficerLogins.class), new Readers(desk.offices, () -> now), () -> now);
    private final Map<String, Object> kept = new HashMap<>();
    private boolean open;
    private final HttpSession session = stub(HttpSession.class);
    private final HttpServletRequest request = stub(HttpServletRequest.class);

    /** A session and a request that remember what is put into them, and nothing else. */
    private <T> T stub(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, args) -> switch (method.getName()) {
            case "getSession" -> {
                open |= args == null || (boolean) args[0];
                yield open ? session : null;
            }
            case "invalidate" -> {
                open = false;
                kept.clear();
                yield null;
            }
            case "getAttribute" -> kept.get(args[0]);
            case "setAttribute" -> kept.put((String) args[0], args[1]);
            case "isCommitted", "isRequestedSessionIdValid", "isNew" -> false;
            default -> null;
        }));
    }

    @AfterEach void leave() {
        SecurityContextHolder.clearContext();
    }

    /** One request that long after the sign-in; whether the officer is still known behind the filter. */
    private boolean knownAfter(Duration since) throws Exception {
        now = MORNING.plus(since);
        sessions.doFilter(request, stub(HttpServletResponse.class), (_, _) -> { });
        return open && SecurityContextHolder.getContext().getAuthentication() != null;
    }

    @Test void oneClickEveryQuarterOfAnHourKeepsASessionForTwelveHoursAndNoLonger() throws Exception {
        desk.mayEnter("civil.officer");
        sessions.begin("civil.officer", true, request, stub(HttpServletResponse.class));
        for (int minutes = 0; minutes < 12 * 60; minutes += 15) assertTrue(knownAfter(Duration.ofMinutes(minutes)), minutes + " minutes");
        assertTrue(knownAfter(Duration.ofHours(12).minusMillis(1)));
        assertEquals("屠念慈", kept.get("lianqiao.officer"));
        assertFalse(knownAfter(Duration.ofHours(12)));
        assertFalse(open, "the session itself is gone, not only the name in it");
    }

    @Test void aSessionEndsAtOnceWhenItsLoginIsClosed() throws Exception {
        desk.mayEnter("civil.head");
        sessions.begin("civil.head", true, request, stub(HttpServletResponse.class));
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
