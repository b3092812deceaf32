package lianqiao.channels.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import lianqiao.outside.Guard;
import lianqiao.outside.MailLines;
import lianqiao.outside.NotAllowed;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * Letters leave by a mail server (SMTP). Every wait has an end: a server that refuses, hangs or falls silent costs
 * some seconds and nothing else.
 */
public final class MailDoor implements OutgoingDoor {
    private static final List<String> WAYS = List.of("mail.smtp.", "mail.smtps.");

    private final Server server;
    private final Session session;

    /** How the connection is protected. */
    public enum Security { STARTTLS, TLS, NONE }

    /**
     * The mail server and who writes.
     *
     * @param user none for a server that asks for no password
     * @param from the sender's address
     * @param name the sender's name, as residents know it
     * @param patienceMillis how long to wait for each answer of the server, in milliseconds
     */
    public record Server(String host, int port, Security security, String user, String password, String from, String name, int patienceMillis) {
        /** Without the password. */
        @Override public String toString() {
            return host + ":" + port;
        }
    }

    public MailDoor(Server server, Guard guard) {
        this(server, properties(server, guard));
    }

    /** With another idea of whom to trust than the machine has. */
    MailDoor(Server server, Guard guard, SSLSocketFactory trusting) {
        this(server, guard);
        for (var way : WAYS) session.getProperties().put(way + "ssl.socketFactory", trusting);
    }

    private MailDoor(Server server, Properties properties) {
        this.server = server;
        session = Session.getInstance(properties);
    }

    private static Properties properties(Server server, Guard guard) {
        var p = new Properties();
        var lines = new MailLines(guard);
        var patience = Integer.toString(server.patienceMillis());
        for (var way : WAYS) {
            // Not to fall back on a line of the library's own when the guard says no.
            p.put(way + "socketFactory", lines);
            p.setProperty(way + "socketFactory.fallback", "false");
            p.setProperty(way + "connectiontimeout", patience);
            p.setProperty(way + "timeout", patience);
            p.setProperty(way + "writetimeout", patience);
            p.setProperty(way + "auth", Boolean.toString(!server.user().isEmpty()));
            p.setProperty(way + "from", server.from());
            p.setProperty(way + "quitwait", "false");
            p.setProperty(way + "ssl.checkserveridentity", "true");
        }
        p.setProperty("mail.smtp.starttls.enable", Boolean.toString(server.security() == Security.STARTTLS));
        p.setProperty("mail.smtp.starttls.required", Boolean.toString(server.security() == Security.STARTTLS));
        p.setProperty("mail.smtp.localhost", server.from().substring(server.from().indexOf('@') + 1));
        return p;
    }

    @Override public Line open() throws Shut {
        try {
            var transport = session.getTransport(server.security() == Security.TLS ? "smtps" : "smtp");
            if (server.user().isEmpty()) transport.connect(server.host(), server.port(), null, null);
            else transport.connect(server.host(), server.port(), server.user(), server.password());
            return new Connection(transport);
        } catch (MessagingException e) {
            throw new Shut(code(e));
        }
    }

    private final class Connection implements Line {
        private final Transport transport;

        Connection(Transport transport) {
            this.transport = transport;
        }

        @Override public void send(Letter letter) throws NotSent {
            try {
                var envelope = Envelope.of(session, letter, server.from(), server.name());
                transport.sendMessage(envelope, envelope.getAllRecipients());
            } catch (MessagingException e) {
                var reply = reply(e);
                if (isCutOff(e)) close();
                throw new NotSent(code(e), reply >= 500 && reply < 600);
            } catch (IllegalArgumentException e) {
                throw new NotSent("address", true);   // no server knows such a domain
            }
        }

        @Override public boolean isOpen() {
            return transport.isConnected();
        }

        @Override public void close() {
            try {
                transport.close();
            } catch (MessagingException e) {
                // the other side was faster
            }
        }
    }

    /** What went wrong in a word; never what the server said, for it likes to repeat the address. */
    private static String code(MessagingException e) {
        int reply = reply(e);
        if (reply > 0) return "SMTP " + reply;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) return "timeout";
            if (cause instanceof SSLException) return "TLS";
            if (cause instanceof NotAllowed) return "not allowed";
        }
        return e instanceof AuthenticationFailedException ? "authentication" : e.getClass().getSimpleName();
    }

    private static boolean isCutOff(MessagingException e) {
        return reply(e) <= 0 || reply(e) == 421;
    }

    /** The last reply of the server in this chain of faults; -1 when it said nothing. */
    private static int reply(MessagingException fault) {
        int reply = -1;
        for (Exception e = fault; e instanceof MessagingException m; e = m.getNextException()) {
            reply = switch (m) {
                case SMTPAddressFailedException f -> f.getReturnCode();
                case SMTPSenderFailedException f -> f.getReturnCode();
                case SMTPSendFailedException f -> f.getReturnCode();
                default -> reply;
            };
        }
        return reply;
    }
}
