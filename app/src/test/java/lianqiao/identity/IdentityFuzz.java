package lianqiao.identity;

import static lianqiao.fuzz.Target.promise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lianqiao.fuzz.Target;

public final class IdentityFuzz {
    public static final List<Target> TARGETS = List.of(Target.ofText("contact", IdentityFuzz::contact).slow(), Target.ofText("follow-code", IdentityFuzz::followCode),
            new Target("key-file", IdentityFuzz::keyFile).slow(), Target.ofText("second-factor", IdentityFuzz::secondFactor).slow(), Target.ofText("password", IdentityFuzz::password));
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final Path KEYS = Target.scratch().resolve("file.keys");

    private IdentityFuzz() {}

    private static void contact(String text) {
        Contact.read(text).ifPresent(read -> {
            promise(Contact.read(read.reveal()).equals(Optional.of(read)), "a contact reads as itself");
            promise(!read.toString().contains(read.reveal()), "a contact is not printed");
            promise((!read.masked().equals(read.reveal()) || read.reveal().contains("***")) && read.masked().contains("***"), "a masked contact is masked");
            promise(read.reveal().chars().noneMatch(c -> c < ' ' || c == '\u0085' || c == '\u2028'), "a contact is one line");
        });
    }

    private static void followCode(String text) {
        FollowCode.read(text).ifPresent(read -> {
            promise(FollowCode.read(read.grouped()).equals(Optional.of(read)), "a code reads as itself");
            promise(!read.toString().contains(read.letters()), "a code is not printed");
        });
    }

    private static void keyFile(byte[] bytes) throws IOException {
        Files.write(KEYS, bytes);
        try {
            var ring = new KeyFile(KEYS).open();
            promise(ring.sealing().containsKey(ring.current()) && ring.earlier().size() == ring.sealing().size() - 1, "the current key is one of the keys");
        } catch (IllegalArgumentException | UncheckedIOException damaged) {
            promise(Files.exists(KEYS) && java.util.Arrays.equals(Files.readAllBytes(KEYS), bytes), "a damaged key file is left as it is");
        }
    }

    private static void secondFactor(String text) {
        var step = SecondFactor.step("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", text, 0, NOW);
        promise(step.isEmpty() || text.matches("[0-9]{6}"), "a code has six digits");
    }

    private static void password(String text) {
        promise(PasswordRules.problem("lin.wei", text).isPresent() || text.codePointCount(0, text.length()) >= 8, "a password has eight characters");
    }
}
