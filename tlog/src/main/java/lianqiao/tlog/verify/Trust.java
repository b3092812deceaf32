package lianqiao.tlog.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import lianqiao.tlog.Kept;
import lianqiao.tlog.LogSource;
import lianqiao.tlog.Outcome;
import lianqiao.tlog.Policy;
import lianqiao.tlog.SignedNote;
import lianqiao.tlog.VerifierKey;

/** Whom the reader trusts and what the reader kept, from the options of a command. */
final class Trust {
    static final Set<String> OPTIONS = Set.of("log", "witness", "quorum", "policy", "old", "ask");

    private Trust() {}

    /** A policy file, or the log's key and those of witnesses, all of whom must have signed unless {@code --quorum} says how many. */
    static Policy policy(Call call) {
        var file = call.one("policy");
        if (file.isPresent()) {
            if (!call.all("log").isEmpty() || !call.all("witness").isEmpty()) throw new CannotRun("policy.either");
            return orCannot("policy.wrong", file.get(), Policy.read(new String(Call.file(file.get()), StandardCharsets.UTF_8)));
        }
        var log = key(call.needed("log"), VerifierKey.Kind.NOTE);
        var witnesses = call.all("witness").stream().map(vkey -> key(vkey, VerifierKey.Kind.COSIGNATURE)).distinct().toList();
        int quorum = call.number("quorum", witnesses.size());
        if (quorum > witnesses.size()) throw new CannotRun("policy.quorum", quorum, witnesses.size());
        return Policy.of(log, witnesses, quorum);
    }

    static VerifierKey key(String vkey, VerifierKey.Kind kind) {
        var key = orCannot("key.wrong", vkey, VerifierKey.read(Call.textOrFile(vkey)));
        if (key.kind() != kind) throw new CannotRun("key.kind", vkey);
        return key;
    }

    /** Checkpoints and receipts that were kept, and those that witnesses hold. */
    static List<Kept> kept(Call call, Policy policy) {
        var kept = new ArrayList<Kept>();
        for (var file : call.all("old")) kept.add(orCannot("old.wrong", file, Kept.read(file, Call.file(file), policy)));
        return kept;
    }

    /**
     * What the witnesses at these addresses last signed for the log (C2SP tlog-witness, monitoring prefix). A witness that
     * cannot be asked stops the command: silence must not look like agreement.
     */
    static List<Kept> asked(Call call, Policy policy) {
        var kept = new ArrayList<Kept>();
        for (var place : call.all("ask")) {
            for (var log : policy.logs()) {
                try {
                    var path = HexFormat.of().formatHex(sha256(log.name())) + "/checkpoint";
                    kept.add(orCannot("ask.wrong", place, Kept.read(place, LogSite.of(place).read(path, SignedNote.LARGEST), policy)));
                } catch (IOException e) {
                    throw new CannotRun("ask.silent", place);
                }
            }
        }
        return kept;
    }

    /**
     * A log asks its witnesses before it publishes, so a witness may be ahead for a moment. Waits until the log has caught
     * up or has had time to; whether it has, the check itself says.
     */
    static void letTheLogCatchUp(LogSource log, Policy policy, List<Kept> asked, int tries) throws InterruptedException {
        long most = asked.stream().mapToLong(one -> one.checkpoint().size()).max().orElse(0);
        for (int i = 0; i < tries && most > 0; i++) {
            try {
                if (policy.open(log.checkpoint()) instanceof Outcome.Done<Policy.Opened>(var opened) && opened.checkpoint().size() >= most) return;
            } catch (IOException e) {
                return;
            }
            Thread.sleep(2000);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return java.security.MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static <T> T orCannot(String why, String what, Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(_, var detail) -> throw new CannotRun(why, what, detail);
        };
    }
}
