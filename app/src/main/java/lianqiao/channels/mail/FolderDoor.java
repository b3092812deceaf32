package lianqiao.channels.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Properties;

/**
 * Letters are only written into a folder, one file each: for trying out, and as long as no mail server is named. The
 * same letter again replaces itself; a crash leaves a whole file or none.
 */
public final class FolderDoor implements OutgoingDoor {
    private static final String ENDING = ".eml";
    private final Path folder;
    private final String from;
    private final String name;
    private final Session session = Session.getInstance(new Properties());

    /** @param folder made when the first letter comes; it will hold addresses, so keep it from other eyes */
    public FolderDoor(Path folder, String from, String name) {
        this.folder = folder;
        this.from = from;
        this.name = name;
    }

    @Override public Line open() throws Shut {
        try {
            Files.createDirectories(folder);
            return new Shelf();
        } catch (IOException e) {
            throw new Shut(e.getClass().getSimpleName());
        }
    }

    @Override public void destroyCopies(Instant before) {
        if (Files.notExists(folder)) return;
        try (var files = Files.newDirectoryStream(folder, "*.{eml,new}")) {
            for (var file : files) if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override public void destroyCopiesAbout(String caseNumber) {
        if (Files.notExists(folder)) return;
        try (var files = Files.newDirectoryStream(folder, "{case." + caseNumber + ".,news.}*" + ENDING)) {
            for (var file : files) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Shelf implements Line {
        @Override public void send(Letter letter) throws NotSent {
            try {
                var envelope = Envelope.of(session, letter, from, name);
                var draft = Files.createTempFile(folder, "letter", ".new");
                try (var out = Files.newOutputStream(draft)) {
                    envelope.writeTo(out);
                }
                Files.move(draft, folder.resolve(letter.id().replaceAll("[^A-Za-z0-9.-]", "_") + ENDING), StandardCopyOption.ATOMIC_MOVE);
            } catch (MessagingException | IllegalArgumentException e) {
                throw new NotSent(e.getClass().getSimpleName(), true);
            } catch (IOException e) {
                throw new NotSent(e.getClass().getSimpleName(), false);
            }
        }

        @Override public boolean isOpen() {
            return true;
        }

        @Override public void close() {}
    }
}
