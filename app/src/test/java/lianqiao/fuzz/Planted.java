package lianqiao.fuzz;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.xml.sax.SAXException;

/** Parsers with a defect on purpose: a fuzzer that does not find them finds nothing. */
final class Planted {
    static final List<Target> TARGETS = List.of(
            Target.ofText("planted-index", Planted::readsBehindTheEnd),
            Target.ofText("planted-time", Planted::takesForEver),
            new Target("planted-xml", Planted::followsAddressesInXml));

    private Planted() {}

    private static void readsBehindTheEnd(String text) {
        if (text.startsWith("LQ-") && text.length() > 6 && text.charAt(4) == '7' && text.charAt(5) == '=') text.charAt(Integer.MAX_VALUE);
    }

    /** Tries every division of a row of letters before it gives up, as careless patterns do. */
    private static void takesForEver(String text) {
        if (text.length() > 8 && text.startsWith("aaaa")) divide(text, 0, 60);
    }

    private static long divide(String text, int at, int deep) {
        return deep == 0 ? 1 : divide(text, at, deep - 1) + divide(text, at + 1, deep - 1);
    }

    private static void followsAddressesInXml(byte[] bytes) throws Exception {
        var seen = new String(bytes, StandardCharsets.UTF_8);
        if (!seen.startsWith("<")) bytes = ("<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/" + seen.replaceAll("[^a-z]", "") + "\"><a/>").getBytes(StandardCharsets.UTF_8);
        try {
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        } catch (SAXException | java.io.IOException noXml) {
            // a refusal
        }
    }
}
