package lianqiao.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** A file that holds a secret: used only when nobody but its owner can read or change it (mode 0600 or less). */
public final class SecretFile {
    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private SecretFile() {}

    /** Everything in it; refuses with {@link CannotStart} when it is missing or others can get at it. */
    public static byte[] read(Path file) {
        check(file);
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CannotStart("store.secret.missing", file, e.getClass().getSimpleName());
        }
    }

    /** Refuses with {@link CannotStart} when others than the owner can read or change it. */
    static void check(Path file) {
        try {
            if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) throw new CannotStart("store.secret.open", file);
        } catch (IOException e) {
            throw new CannotStart("store.secret.missing", file, e.getClass().getSimpleName());
        }
    }
}
