package lianqiao.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lianqiao.town.Browser;
import org.junit.jupiter.api.Test;

/** An administrator asks everybody for one more step and stops it; everybody at the desk sees that it is so, and who did it. */
class FloodsPageTest {
    private final TownDesk desk = new TownDesk();

    @Test void theSwitchIsTheAdministratorsAndWhatItDoesIsSeenByAll() throws Exception {
        var admin = new Visitor(desk);
        admin.signIn("admin");
        var dispatcher = new Visitor(desk);
        dispatcher.signIn("dispatcher");
        var before = dispatcher.get("/en/desk/floods").body();
        assertTrue(before.contains("Nobody is asked for more than usual") && !before.contains("name=\"want\""), "seen, not switched");
        var page = admin.get("/en/desk/floods").body();
        Browser.assertValidHtml(page);
        assertEquals(303, admin.post("/en/desk/floods", page, "want", "on").statusCode());
        try {
            assertTrue(dispatcher.get("/en/desk").body().contains("far more has been arriving"));
            var now = admin.get("/en/desk/floods").body();
            assertTrue(now.contains("Switched on by admin") && now.contains("it lasts"), now);
            Browser.assertValidHtml(now);
        } finally {
            assertEquals(303, admin.post("/en/desk/floods", page, "want", "off").statusCode());
        }
        assertFalse(dispatcher.get("/en/desk").body().contains("far more has been arriving"));
        assertTrue(admin.get("/desk/floods").body().contains("由 admin 关闭"));
    }
}
