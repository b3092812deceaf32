package lianqiao.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/**
 * The random passwords of the embedded server's three roles, in one file that only our own user can read. Written
 * before the cluster is made, and never changed.
 */
final class Passwords {
    static final String SUPERUSER = "postgres";
    static final String OWNER = "lianqiao_owner";
    static final String APP = "lianqiao_app";

    private final Properties words;

    private Passwords(Properties words) {
        this.words = words;
    }

    static Passwords read(Path file) throws IOException {
        var words = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            words.load(in);
        }
        return new Passwords(words);
    }

    static Passwords make(Path file) throws IOException {
        var text = new StringBuilder("# Passwords of the PostgreSQL server in this folder. Keep them with the folder.\n");
        for (var role : List.of(SUPERUSER, OWNER, APP)) {
            var random = new byte[24];
            new SecureRandom().nextBytes(random);
            text.append(role).append('=').append(HexFormat.of().formatHex(random)).append('\n');
        }
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return read(file);
    }

    String of(String role) {
        var word = words.getProperty(role);
        if (word == null) throw new CannotStart("store.postgres.passwords", role);
        return word;
    }
}
