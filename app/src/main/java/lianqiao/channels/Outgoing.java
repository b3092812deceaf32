package lianqiao.channels;

import java.nio.file.Path;
import lianqiao.channels.mail.FolderDoor;
import lianqiao.channels.mail.MailDoor;
import lianqiao.channels.mail.OutgoingDoor;
import lianqiao.outside.Guard;

/** The way by which letters leave an installation. Thread-safe. */
public final class Outgoing {
    private static final int PATIENCE_MILLIS = 10_000;
    private final OutgoingDoor door;

    Outgoing(OutgoingDoor door) {
        this.door = door;
    }

    /** How the connection to a mail server is protected. */
    public enum Security { STARTTLS, TLS, NONE }

    /** Who writes: the address, whose domain ends every Message-ID, and the name residents know. */
    public record Sender(String address, String name) {}

    /**
     * By SMTP; each answer of the server is waited for at most ten seconds.
     *
     * @param user empty for a server that asks for no password
     */
    public static Outgoing smtp(String host, int port, Security security, String user, String password, Sender sender, Guard guard) {
        return new Outgoing(new MailDoor(new MailDoor.Server(host, port, MailDoor.Security.valueOf(security.name()), user, password,
                sender.address(), sender.name(), PATIENCE_MILLIS), guard));
    }

    /** Only into a folder, one file a letter. */
    public static Outgoing folder(Path folder, Sender sender) {
        return new Outgoing(new FolderDoor(folder, sender.address(), sender.name()));
    }

    OutgoingDoor door() {
        return door;
    }
}
