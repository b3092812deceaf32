package lianqiao.portal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import lianqiao.town.RunningTown;

/** Somebody who reads the public pages without scripts and fills in their forms. */
final class Visitor {
    final RunningTown town = RunningTown.open();

    /** What the receipt gave. */
    record Receipt(String number, String code, String page) {}

    /** A well-filled form: a lamp in Shiliuqiao. */
    static Map<String, String> lamp() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("title", "柳枝巷的路灯十天没亮了");
        fields.put("body", "巷子很黑，老人晚上不敢出门。\n希望这个星期能修好。𠮷㐂🌉");
        fields.put("kind", "COMPLAINT");
        fields.put("service", "lamp");
        fields.put("area", "shiliuqiao");
        fields.put("address", "柳枝巷 14 号");
        fields.put("contact", "13800138000");
        fields.put("open", "public");
        return fields;
    }

    String token(String page) throws Exception {
        return first("name=\"form-token\" value=\"([^\"]+)\"", town.get(page).body());
    }

    HttpResponse<String> send(String page, Map<String, String> fields) throws Exception {
        var all = new ArrayList<String>();
        fields.forEach((name, value) -> all.addAll(List.of(name, value)));
        return town.post(page, all);
    }

    /** A file that comes with a form. */
    record Sent(String name, byte[] bytes) {}

    /** Sends a form with files in its field {@code photos}. */
    HttpResponse<String> send(String page, Map<String, String> fields, List<Sent> files) throws Exception {
        var body = new ByteArrayOutputStream();
        for (var field : fields.entrySet()) {
            body.writeBytes(("--x\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n" + field.getValue() + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        for (var file : files) {
            body.writeBytes(("--x\r\nContent-Disposition: form-data; name=\"photos\"; filename=\"" + file.name() + "\"\r\nContent-Type: image/jpeg\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file.bytes());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return town.post(page, "multipart/form-data; boundary=x", body.toByteArray());
    }

    /** A small picture. */
    static byte[] picture() {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks and answers the receipt. */
    Receipt ask(Map<String, String> fields) throws Exception {
        var all = new LinkedHashMap<>(fields);
        all.putIfAbsent("form-token", token("/ask"));
        all.put("step", "send");
        return receipt(send("/ask", all));
    }

    static Receipt receipt(HttpResponse<String> sent) {
        assertTrue(sent.statusCode() == 201, sent.statusCode() + sent.body());
        return new Receipt(first("id=\"receipt-number\">([^<]+)<", sent.body()), first("id=\"receipt-code\">([^<]+)<", sent.body()), sent.body());
    }

    static String first(String pattern, String text) {
        var match = Pattern.compile(pattern).matcher(text);
        assertTrue(match.find(), () -> pattern + " in " + text);
        return match.group(1);
    }
}
