package lianqiao.tlog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Whom a reader trusts: logs, witnesses, and how many of them must have signed (C2SP tlog-policy). Immutable and thread-safe.
 */
public final class Policy {
    /** A witness by its name in the policy, with its address where one was given. */
    public record Witness(String name, VerifierKey key, Optional<String> address) {}

    /** A checkpoint that this policy accepts, with the cosignatures of the witnesses it names. */
    public record Opened(SignedNote note, Checkpoint checkpoint, List<Cosignature> cosignatures) {
        /** The latest time a trusted witness stated, in seconds since 1970; empty when none signed. */
        public OptionalLong lastSeen() {
            return cosignatures.stream().mapToLong(Cosignature::time).max();
        }
    }

    private record Group(int needed, List<String> members) {}

    private final List<VerifierKey> logs = new ArrayList<>();
    private final Map<String, Witness> witnesses = new LinkedHashMap<>();
    private final Map<String, Group> groups = new HashMap<>();
    private String quorum = "none";

    private Policy() {}

    /** One log, no witness. */
    public static Policy of(VerifierKey log) {
        return of(log, List.of(), 0);
    }

    /** One log, and so many of these witnesses. */
    public static Policy of(VerifierKey log, Collection<VerifierKey> witnesses, int needed) {
        if (needed < 0 || needed > witnesses.size()) throw new IllegalArgumentException(needed + " of " + witnesses.size() + " witnesses");
        var policy = new Policy();
        policy.logs.add(log);
        witnesses.forEach(key -> policy.witnesses.put(key.vkey(), new Witness(key.name(), key, Optional.empty())));
        if (needed > 0) {
            policy.groups.put("", new Group(needed, List.copyOf(policy.witnesses.keySet())));
            policy.quorum = "";
        }
        return policy;
    }

    /** Reads a policy file. */
    public static Outcome<Policy> read(String file) {
        return new PolicyFile(new Policy()).read(file);
    }

    /** What {@link PolicyFile} fills in; nothing of it leaves before the file was read to its end. */
    void addLog(VerifierKey key) {
        logs.add(key);
    }

    void addWitness(Witness witness) {
        witnesses.put(witness.name(), witness);
    }

    void addGroup(String name, int needed, List<String> members) {
        groups.put(name, new Group(needed, members));
    }

    void setQuorum(String name) {
        quorum = name;
    }

    boolean defines(String name) {
        return witnesses.containsKey(name) || groups.containsKey(name);
    }

    public List<VerifierKey> logs() {
        return List.copyOf(logs);
    }

    public List<Witness> witnesses() {
        return List.copyOf(witnesses.values());
    }

    /** The same logs, but no witness is required: for older checkpoints, which are compared and not trusted anew. */
    public Policy withoutQuorum() {
        var policy = new Policy();
        policy.logs.addAll(logs);
        policy.witnesses.putAll(witnesses);
        return policy;
    }

    /**
     * Accepts a checkpoint or says by which means it fails: the log's name, the log's signature, the witnesses. A line of
     * a trusted key that does not verify spoils the whole note; lines of unknown keys are ignored.
     */
    public Outcome<Opened> open(byte[] bytes) {
        return SignedNote.read(bytes).then(this::open);
    }

    /** See {@link #open(byte[])}. */
    public Outcome<Opened> open(SignedNote note) {
        return Checkpoint.read(note.text()).then(checkpoint -> {
            var known = logs.stream().filter(log -> log.name().equals(checkpoint.origin())).toList();
            if (known.isEmpty()) return Outcome.refused(Means.ORIGIN, "a checkpoint of " + checkpoint.origin());
            return judge(note, checkpoint, known);
        });
    }

    private Outcome<Opened> judge(SignedNote note, Checkpoint checkpoint, List<VerifierKey> known) {
        boolean signed = false;
        for (var line : note.lines()) {
            for (var log : known) {
                if (!log.isNamedIn(line)) continue;
                if (!log.verifies(note.text(), line)) return Outcome.refused(Means.SIGNATURE, "the signature of " + log.name() + " is wrong");
                signed = true;
            }
        }
        if (!signed) return Outcome.refused(Means.SIGNATURE, "no signature by the key of " + checkpoint.origin());
        var cosignatures = new ArrayList<Cosignature>();
        var voices = new HashSet<String>();
        for (var line : note.lines()) {
            for (var witness : witnesses.entrySet()) {
                var key = witness.getValue().key();
                if (!key.isNamedIn(line)) continue;
                var cosignature = Cosignature.read(line).filter(one -> one.isBy(key, note.text()));
                if (cosignature.isEmpty()) return Outcome.refused(Means.SIGNATURE, "the cosignature of " + key.name() + " is wrong");
                cosignatures.add(cosignature.get());
                voices.add(witness.getKey());
            }
        }
        if (!isEnough(quorum, voices)) return Outcome.refused(Means.QUORUM, "signed by " + voices.size() + " of " + witnesses.size() + " trusted witnesses");
        return Outcome.done(new Opened(note, checkpoint, List.copyOf(cosignatures)));
    }

    private boolean isEnough(String name, Set<String> voices) {
        if (name.equals("none")) return true;
        var group = groups.get(name);
        if (group == null) return voices.contains(name);
        return group.members.stream().filter(member -> isEnough(member, voices)).count() >= group.needed;
    }
}
