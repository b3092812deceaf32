package lianqiao.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import lianqiao.channels.SendNotices;
import org.junit.jupiter.api.Test;

/** Somebody wants news by e-mail, says so twice, and ends it again; without scripts. */
class SubscribingTest {
    private final Visitor reader = new Visitor();

    private Map<String, String> order(String contact) throws Exception {
        return Map.of("form-token", reader.token("/subscribe?topic=office:urban"), "topic", "all", "contact", contact);
    }

    @Test void newsIsOrderedOnThePageConfirmedBehindTheLinkAndEnded() throws Exception {
        var sent = reader.send("/subscribe", order("li@subscribing.test"));
        assertEquals(200, sent.statusCode());
        assertTrue(sent.body().contains("请查看您的邮箱"), sent.body());
        var link = Visitor.first("(/subscribe/confirm/[A-Za-z0-9_-]{43})", letterTo("li@subscribing.test"));
        var page = reader.town.get(link);
        assertEquals("no-store", page.headers().firstValue("Cache-Control").orElse(""));
        assertTrue(page.statusCode() == 200 && page.body().contains("好，发给我"), page.body());
        assertTrue(reader.send(link, Map.of()).body().contains("订阅好了"));
        assertTrue(reader.town.get("/en" + link).body().contains("Yes, send me the news"), "still the same page, and English");
    }

    /** The server writes letters into its folder by itself; asking it once more costs nothing. */
    private String letterTo(String address) throws Exception {
        var folder = Path.of("target", "data-running-town-" + ProcessHandle.current().pid(), "mail");
        for (int turn = 0; turn < 2_000; turn++) {
            reader.town.room(SendNotices.class).run(Instant.now());
            if (!Files.isDirectory(folder)) continue;
            try (var files = Files.newDirectoryStream(folder, "confirm*.eml")) {
                for (var file : files) if (Files.readString(file).contains(address)) return plain(file);
            }
        }
        throw new AssertionError("no letter");
    }

    private static String plain(Path file) throws Exception {
        try (var in = Files.newInputStream(file)) {
            return (String) ((Multipart) new MimeMessage(Session.getInstance(new Properties()), in).getContent()).getBodyPart(0).getContent();
        }
    }

    @Test void whatIsNoAddressIsToldAtTheField() throws Exception {
        for (var wrong : new String[] {"", "13800138000", "not an address", "a@b@c", "a@b.cn\r\nBcc: c@d.cn"}) {
            var answer = reader.send("/subscribe", order(wrong));
            assertEquals(422, answer.statusCode(), wrong);
        }
    }

    @Test void aLinkThatWasCutOffIsExplained() throws Exception {
        for (var link : new String[] {"/subscribe/confirm/abc", "/subscribe/end/" + "A".repeat(43)}) {
            assertEquals(404, reader.town.get(link).statusCode());
            assertEquals(404, reader.send(link, Map.of("List-Unsubscribe", "One-Click")).statusCode());
        }
        assertTrue(reader.town.get("/en/subscribe/end/abc").body().contains("We do not know this link"));
        assertEquals(404, reader.town.get("/subscribe/elsewhere/abc").statusCode());
        assertEquals(404, reader.town.get("/subscribe?topic=office:no-such").statusCode());
    }
}
