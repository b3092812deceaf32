package lianqiao.tlog;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads a policy line by line (C2SP tlog-policy, "Policy file syntax and structure"): names before their use, one quorum. */
final class PolicyFile {
    private final Policy policy;
    private final Set<String> members = new HashSet<>();
    private final Set<String> keys = new HashSet<>();
    private boolean hasQuorum;

    PolicyFile(Policy policy) {
        this.policy = policy;
    }

    Outcome<Policy> read(String file) {
        if (file.length() > SignedNote.LARGEST) return refused("a policy of " + file.length() + " characters");
        var lines = file.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            var line = lines[i].replaceAll("^[ \t]+|[ \t]+$", "");
            if (line.isEmpty() || line.startsWith("#")) continue;
            if (!take(line.split("[ \t]+"))) return refused("line " + (i + 1) + " of the policy");
        }
        return hasQuorum ? Outcome.done(policy) : refused("the policy has no line quorum");
    }

    private boolean take(String[] words) {
        return switch (words[0]) {
            case "log" -> (words.length == 2 || words.length == 3) && log(words[1]);
            case "witness" -> (words.length == 3 || words.length == 4) && witness(words[1], words[2], Optional.ofNullable(words.length == 4 ? words[3] : null));
            case "group" -> words.length >= 4 && group(words[1], words[2], Arrays.asList(words).subList(3, words.length));
            case "quorum" -> words.length == 2 && quorum(words[1]);
            default -> false;
        };
    }

    private boolean log(String vkey) {
        return key(vkey, VerifierKey.Kind.NOTE).map(key -> { policy.addLog(key); return true; }).orElse(false);
    }

    private boolean witness(String name, String vkey, Optional<String> address) {
        if (name.equals("none") || policy.defines(name)) return false;
        return key(vkey, VerifierKey.Kind.COSIGNATURE).map(key -> { policy.addWitness(new Policy.Witness(name, key, address)); return true; }).orElse(false);
    }

    /** One key may stand only once: otherwise one witness would count as two. */
    private Optional<VerifierKey> key(String vkey, VerifierKey.Kind kind) {
        return VerifierKey.read(vkey) instanceof Outcome.Done<VerifierKey>(var key) && key.kind() == kind && keys.add(kind + Base64Text.encode(key.raw()))
                ? Optional.of(key) : Optional.empty();
    }

    private boolean group(String name, String needed, List<String> names) {
        if (name.equals("none") || policy.defines(name)) return false;
        for (var member : names) if (!policy.defines(member) || !members.add(member)) return false;
        var count = switch (needed) {
            case "any" -> OptionalLong.of(1);
            case "all" -> OptionalLong.of(names.size());
            default -> Decimal.read(needed);
        };
        if (count.isEmpty() || count.getAsLong() < 1 || count.getAsLong() > names.size()) return false;
        policy.addGroup(name, (int) count.getAsLong(), List.copyOf(names));
        return true;
    }

    private boolean quorum(String name) {
        if (hasQuorum || !name.equals("none") && !policy.defines(name)) return false;
        hasQuorum = true;
        policy.setQuorum(name);
        return true;
    }

    private static Outcome<Policy> refused(String detail) {
        return Outcome.refused(Means.FORMAT, detail);
    }
}
