package lianqiao.channels.mail;

import static lianqiao.fuzz.Target.promise;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import lianqiao.base.Language;
import lianqiao.channels.mail.Letter.Kind;
import lianqiao.channels.mail.Letter.Part;
import lianqiao.fuzz.Target;

/** What is written is read again with the same library: a text must never become a header, a recipient or markup. */
public final class MailFuzz {
    public static final List<Target> TARGETS = List.of(Target.ofText("letter", MailFuzz::letter).slow(), Target.ofText("letter-address", MailFuzz::address).slow());
    private static final Session SESSION = Session.getInstance(new Properties());
    private static final Set<String> HEADERS = Set.of("From", "To", "Subject", "Date", "Content-Language", "Auto-Submitted", "X-Auto-Response-Suppress", "List-Unsubscribe",
            "List-Unsubscribe-Post", "Message-ID", "MIME-Version", "Content-Type");

    private MailFuzz() {}

    private static void letter(String text) throws Exception {
        var parts = List.of(new Part(Kind.TEXT, text), new Part(Kind.QUOTE, text), new Part(Kind.LINK, "https://town.example/" + text), new Part(Kind.SMALL, text));
        var letter = new Letter("case.1.evt.2", "lin@town.example", Language.ZH, text, parts, "https://town.example/leave/" + text, Instant.EPOCH);
        check(letter, "lin@town.example", text);
        var html = Layout.html(letter);
        promise(html.replaceAll("</?(p|blockquote|small|title|body|head|html|br)>|<!DOCTYPE html>|<html lang=\"zh-CN\">|<meta charset=\"UTF-8\">|<a href=\"[^\"<>]*\">|</a>", "").indexOf('<') < 0,
                "a text is no markup");
        for (var line : Layout.plain(new Letter("i", "a@b.c", Language.ZH, "s", List.of(new Part(Kind.QUOTE, text)), null, Instant.EPOCH)).strip().split("\r\n")) {
            promise(line.startsWith(">") || line.isEmpty(), "a quotation stays set apart");
        }
    }

    private static void address(String text) throws Exception {
        if (text.lastIndexOf('@') < 1) return;
        try {
            check(new Letter("case.1.evt.2", text, Language.EN, "s", List.of(new Part(Kind.TEXT, "t")), null, Instant.EPOCH), null, "s");
        } catch (MessagingException | IllegalArgumentException refused) {
            // as the doors expect it
        }
    }

    private static void check(Letter letter, String to, String subject) throws MessagingException, IOException {
        var written = new ByteArrayOutputStream();
        Envelope.of(SESSION, letter, "noreply@town.example", "连桥 " + letter.subject()).writeTo(written);
        var read = new jakarta.mail.internet.MimeMessage(SESSION, new ByteArrayInputStream(written.toByteArray()));
        var names = new TreeSet<String>();
        Collections.list(read.getAllHeaders()).forEach(header -> names.add(header.getName()));
        promise(HEADERS.containsAll(names), "no text becomes a header: " + names);
        promise(read.getAllRecipients().length == 1 && (to == null || read.getAllRecipients()[0].toString().equals(to)), "no text becomes a recipient");
        if (subject.isBlank()) return;
        // The library's own reading leaves the end of a line in place behind a backslash; what counts is how the line was written.
        promise(read.getSubject() != null && read.getHeader("Subject", null).replaceAll("\r?\n[ \t]", " ").indexOf('\n') < 0, "a subject is one line");
    }
}
