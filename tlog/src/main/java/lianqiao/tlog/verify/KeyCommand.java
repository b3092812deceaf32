package lianqiao.tlog.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import lianqiao.tlog.SigningKey;
import lianqiao.tlog.VerifierKey;

/** Draws a key: the secret half into a file that only its owner reads, the public half to the terminal. */
final class KeyCommand {
    static final Set<String> OPTIONS = Set.of("out");

    private KeyCommand() {}

    static int drawForLog(Call call) throws IOException {
        return draw(call, "usage.log-key", VerifierKey.Kind.NOTE);
    }

    static int drawForWitness(Call call) throws IOException {
        return draw(call, "usage.witness-key", VerifierKey.Kind.COSIGNATURE);
    }

    private static int draw(Call call, String usage, VerifierKey.Kind kind) throws IOException {
        var name = call.word(usage);
        var key = Trust.orCannot("key.name", name, SigningKey.draw(name, kind));
        var file = Path.of(call.one("out").orElse(name.replaceAll("[^A-Za-z0-9.-]+", "-") + ".key"));
        var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, options, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(StandardCharsets.UTF_8.encode(key.encode() + "\n"));
        } catch (FileAlreadyExistsException e) {
            throw new CannotRun("key.exists", file);
        }
        call.say("key.drawn", file);
        call.out().println(key.verifier().vkey());
        return 0;
    }
}
