package lianqiao.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import lianqiao.base.Language;
import lianqiao.cases.By;
import lianqiao.cases.Cases;
import lianqiao.cases.Kind;
import lianqiao.cases.NewCase;
import lianqiao.offices.AreaCode;
import lianqiao.offices.ServiceCode;
import lianqiao.town.RunningTown;
import lianqiao.transparency.PublicLog;
import org.junit.jupiter.api.Test;

/** The running program serves its log as static files: what was asked a moment ago can be found there, its words cannot. */
class LogFilesTest {
    @Test void aCaseStandsInTheServedFilesWithoutItsWords() throws Exception {
        var town = RunningTown.open();
        var received = town.room(Cases.class).receive(new NewCase(Kind.HELP, new ServiceCode("lamp"), new AreaCode("shiliuqiao"), "橹声巷 七号", null, "路灯不亮",
                "请联系王小明。", Language.ZH, false, null, "web", null, null, List.of()), By.resident(), Instant.now()).orThrow();
        town.room(PublicLog.class).advance(Instant.now());

        var checkpoint = town.get("/log/checkpoint");
        assertEquals(200, checkpoint.statusCode());
        assertEquals("public, max-age=1", checkpoint.headers().firstValue("Cache-Control").orElse(""));
        assertTrue(checkpoint.body().startsWith(town.address().substring("http://".length()) + "/log\n"), checkpoint.body());
        long size = Long.parseLong(checkpoint.body().lines().skip(1).findFirst().orElseThrow());
        var found = false;
        for (long number = 0; number * 256 < size; number++) {
            var path = "/log/tile/entries/" + "%03d".formatted(number) + (size - number * 256 < 256 ? ".p/" + (size - number * 256) : "");
            var bundle = town.bytes(path);
            assertEquals(200, bundle.statusCode(), path);
            assertEquals("public, max-age=31536000, immutable", bundle.headers().firstValue("Cache-Control").orElse(""));
            var text = new String(bundle.body(), StandardCharsets.UTF_8);
            found |= text.contains(received.number().text());
            for (var word : List.of("路灯", "王小明", "橹声巷", "shiliuqiao")) assertFalse(text.contains(word), word);
        }
        assertTrue(found, "the case is in the log");
        assertEquals(404, town.get("/log/tile/0/999").statusCode());
        assertTrue(town.get("/log/keys/log.key").statusCode() == 404);
    }
}
