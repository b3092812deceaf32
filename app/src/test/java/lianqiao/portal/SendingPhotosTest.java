package lianqiao.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lianqiao.portal.Visitor.Sent;
import lianqiao.town.Browser;
import org.junit.jupiter.api.Test;

/** A resident sends photos with the form. */
class SendingPhotosTest {
    private static final String KEPT = "name=\"kept-photo\" value=\"([0-9a-f-]{36})\"";

    private final Visitor resident = new Visitor();

    private Map<String, String> form() throws Exception {
        var fields = Visitor.lamp();
        fields.put("form-token", resident.token("/ask"));
        return fields;
    }

    @Test void aPhotoAcceptedOnceIsKeptWhileTheRestIsMended() throws Exception {
        var fields = form();
        fields.put("title", "");
        var refused = resident.send("/ask", fields, List.of(new Sent("lamp.png", Visitor.picture()), new Sent("virus.exe", "MZ nothing".getBytes())));
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("2 处需要您看一下"), "the title and the file that is no picture");
        var photo = Visitor.first(KEPT, refused.body());
        var thumbnail = Visitor.first("src=\"(/photo/[^\"]+)\"", refused.body()).replace("&amp;", "&");
        assertEquals(200, resident.town.bytes(thumbnail).statusCode());
        assertEquals(404, resident.town.bytes("/photo/" + photo + ".jpg").statusCode(), "nobody else sees it yet");

        fields.put("title", "柳枝巷的路灯不亮");
        fields.put("kept-photo", photo);
        fields.put("step", "preview");
        var preview = resident.send("/ask", fields);
        assertEquals(200, preview.statusCode(), preview.body());
        Browser.assertValidHtml(preview.body());
        fields.put("step", "send");
        var receipt = Visitor.receipt(resident.send("/ask", fields));
        assertTrue(resident.town.get("/case/" + receipt.number()).body().contains("/photo/" + photo + ".jpg"));
        var open = resident.town.bytes("/photo/" + photo + ".jpg?small=1");
        assertTrue(open.headers().firstValue("Content-Type").orElse("").startsWith("image/jpeg"));
    }

    @Test void photosOfAConfidentialCaseAreSeenOnlyInTheOwnView() throws Exception {
        var fields = form();
        fields.put("open", "private");
        fields.put("step", "send");
        var receipt = Visitor.receipt(resident.send("/ask", fields, List.of(new Sent("a.png", Visitor.picture()))));
        var own = resident.send("/follow", Map.of("number", receipt.number(), "code", receipt.code())).body();
        var address = Visitor.first("src=\"(/photo/[^\"]+)\"", own).replace("&amp;", "&");
        assertEquals(200, resident.town.bytes(address).statusCode());
        assertEquals(404, resident.town.bytes(address.replaceAll("[?&]pass=[^&]*", "")).statusCode());
    }

    @Test void theSeventhPhotoIsLeftOutAndSaidSo() throws Exception {
        var files = new ArrayList<Sent>();
        for (int i = 0; i < 7; i++) files.add(new Sent(i + ".png", Visitor.picture()));
        var answer = resident.send("/en/ask", form(), files);
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("At most 6 photos"));
        assertEquals(6, answer.body().split("name=\"kept-photo\"", -1).length - 1);
    }

    @Test void nobodyTakesThePhotoOfAnotherCaseAlong() throws Exception {
        var fields = form();
        fields.put("step", "send");
        var first = Visitor.receipt(resident.send("/ask", fields, List.of(new Sent("a.png", Visitor.picture()))));
        var photo = Visitor.first("/photo/([0-9a-f-]{36})", resident.town.get("/case/" + first.number()).body());
        var thief = form();
        thief.put("kept-photo", photo);
        thief.put("step", "send");
        var second = Visitor.receipt(resident.send("/ask", thief));
        assertFalse(resident.town.get("/case/" + second.number()).body().contains(photo));
        assertTrue(resident.town.get("/case/" + first.number()).body().contains(photo));
    }
}
