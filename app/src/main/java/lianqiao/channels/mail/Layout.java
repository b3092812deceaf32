package lianqiao.channels.mail;

import java.util.stream.Collectors;
import lianqiao.channels.mail.Letter.Part;

/** Sets a letter in plain text and in simple HTML without a single address of elsewhere. */
final class Layout {
    private Layout() {}

    static String plain(Letter letter) {
        return letter.parts().stream().map(Layout::plain).collect(Collectors.joining("\r\n\r\n", "", "\r\n"));
    }

    private static String plain(Part part) {
        var lines = part.text().replaceAll("\\r\\n?", "\n").split("\n");
        var before = part.kind() == Letter.Kind.QUOTE ? "> " : "";
        return java.util.Arrays.stream(lines).map(before::concat).collect(Collectors.joining("\r\n"));
    }

    static String html(Letter letter) {
        return "<!DOCTYPE html><html lang=\"" + letter.language().tag() + "\"><head><meta charset=\"UTF-8\"><title>"
                + escaped(letter.subject()) + "</title></head><body>"
                + letter.parts().stream().map(Layout::html).collect(Collectors.joining()) + "</body></html>";
    }

    private static String html(Part part) {
        var text = part.kind() == Letter.Kind.LINK ? escaped(Envelope.oneLine(part.text())) : escaped(part.text()).replace("\n", "<br>");
        return switch (part.kind()) {
            case TEXT -> "<p>" + text + "</p>";
            case QUOTE -> "<blockquote><p>" + text + "</p></blockquote>";
            case LINK -> "<p><a href=\"" + text + "\">" + text + "</a></p>";
            case SMALL -> "<p><small>" + text + "</small></p>";
        };
    }

    private static String escaped(String text) {
        return text.replaceAll("\\r\\n?", "\n").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
