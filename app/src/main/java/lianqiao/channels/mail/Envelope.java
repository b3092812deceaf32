package lianqiao.channels.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.util.Date;
import org.eclipse.angus.mail.util.MailStreamProvider;

/**
 * Writes a letter as mail: plain text with the same in simple HTML beside it, and the headers by which other programs
 * know that no person sits at this end and must not be answered (RFC 3834).
 */
final class Envelope extends MimeMessage {
    private static final String UTF_8 = "UTF-8";
    private final String messageId;

    static {
        // Unless told, the library looks through the whole class path for this at every word it encodes: a third of a letter's cost.
        System.setProperty("jakarta.mail.util.StreamProvider", MailStreamProvider.class.getName());
    }

    private Envelope(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /** @param from the sender's address, whose domain also ends the Message-ID */
    static Envelope of(Session session, Letter letter, String from, String name) throws MessagingException {
        var envelope = new Envelope(session, "<" + letter.id() + "@" + from.substring(from.indexOf('@') + 1) + ">");
        try {
            envelope.setFrom(new InternetAddress(from, oneLine(name), UTF_8));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        envelope.setRecipient(Message.RecipientType.TO, address(letter.to()));
        envelope.setSubject(oneLine(letter.subject()), UTF_8);
        envelope.setSentDate(Date.from(letter.at()));
        envelope.setHeader("Content-Language", letter.language().tag());
        envelope.setHeader("Auto-Submitted", "auto-generated");
        envelope.setHeader("X-Auto-Response-Suppress", "All");
        if (letter.leave() != null) {
            envelope.setHeader("List-Unsubscribe", "<" + oneLine(letter.leave()).replaceAll("[<>\\s]", "") + ">");
            envelope.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        var body = new MimeMultipart("alternative", part(Layout.plain(letter), "plain"), part(Layout.html(letter), "html"));
        envelope.setContent(body);
        envelope.saveChanges();
        return envelope;
    }

    /** Only the part after the @ has a spelling in plain letters; the rest is the business of the other side. */
    private static InternetAddress address(String to) throws MessagingException {
        int at = to.lastIndexOf('@');
        var plain = new InternetAddress();
        plain.setAddress(oneLine(to.substring(0, at)) + "@" + IDN.toASCII(oneLine(to.substring(at + 1))));
        plain.validate();
        return plain;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    /** A header is one line: whatever could begin another one becomes a space. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
    }

    @Override protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
