package lianqiao.tlog;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Fourteen ways to cheat, each with the means that has to notice it. */
enum Tampering {
    /** An entry is changed and every file made anew; the signed checkpoint stays, because the key is elsewhere. */
    EDIT(Means.ROOT_OF_TILES) {
        @Override Reading by(Town town, RandomGenerator chance) {
            var entries = new ArrayList<>(town.entries);
            int at = chance.nextInt(entries.size());
            entries.set(at, Town.entry(at, "closed", Town.timeAt(at + 1)));
            return careful(town, MemoryLog.of(entries, Town.cosigned(town.entries)));
        }
    },
    /** An entry is taken out, and something put at the end so that the number is right. */
    DELETE(Means.ROOT_OF_TILES) {
        @Override Reading by(Town town, RandomGenerator chance) {
            var entries = new ArrayList<>(town.entries);
            entries.remove(chance.nextInt(entries.size()));
            entries.add(Town.entry(999_999, "answered", Town.timeAt(entries.size() + 1)));
            return careful(town, MemoryLog.of(entries, Town.cosigned(town.entries)));
        }
    },
    /** An entry is put in between, and the last one dropped so that the number is right. */
    INSERT(Means.ROOT_OF_TILES) {
        @Override Reading by(Town town, RandomGenerator chance) {
            var entries = new ArrayList<>(town.entries);
            int at = chance.nextInt(entries.size());
            entries.add(at, Town.entry(999_999, "answered", Town.timeAt(at + 1)));
            entries.removeLast();
            return careful(town, MemoryLog.of(entries, Town.cosigned(town.entries)));
        }
    },
    /** Two entries change places. */
    REORDER(Means.ROOT_OF_TILES) {
        @Override Reading by(Town town, RandomGenerator chance) {
            var entries = new ArrayList<>(town.entries);
            int at = chance.nextInt(entries.size() - 1);
            entries.set(at, town.entries.get(at + 1));
            entries.set(at + 1, town.entries.get(at));
            return careful(town, MemoryLog.of(entries, Town.cosigned(town.entries)));
        }
    },
    /** An honest log but for one new entry, which claims to be days older than the receipt it is not in. */
    BACKDATE(Means.ENTRY_TIME) {
        @Override Reading by(Town town, RandomGenerator chance) {
            var entries = new ArrayList<>(town.entries);
            int at = town.keptSize + chance.nextInt(entries.size() - town.keptSize);
            entries.set(at, Town.entry(at, "answered", Town.timeAt(town.keptSize) - 7200 - chance.nextInt(1_000_000)));
            return careful(town, MemoryLog.of(entries, Town.cosigned(entries)));
        }
    },
    /** With the true key: the log ends earlier than it once did. */
    TRUNCATE(Means.SHRUNK) {
        @Override Reading by(Town town, RandomGenerator chance) {
            var entries = town.entries.subList(0, chance.nextInt(town.keptSize));
            return new Reading(MemoryLog.of(entries, Vectors.checkpoint(entries)), Town.ALONE, town.careful());
        }
    },
    /** With the true key: an old backup is restored, and other entries follow than those the world has seen. */
    ROLL_BACK(Means.APPEND_ONLY) {
        @Override Reading by(Town town, RandomGenerator chance) {
            var entries = new ArrayList<>(town.entries.subList(0, chance.nextInt(town.keptSize)));
            for (int i = entries.size(); i < town.entries.size(); i++) entries.add(Town.entry(i, "reopened", Town.timeAt(i + 1)));
            return new Reading(MemoryLog.of(entries, Vectors.checkpoint(entries)), Town.ALONE, town.careful());
        }
    },
    /** With the true key: another reader is shown a log of the same size that differs in one entry. */
    FORK(Means.SPLIT) {
        @Override Reading by(Town town, RandomGenerator chance) {
            var entries = new ArrayList<>(town.entries);
            int at = chance.nextInt(entries.size());
            entries.set(at, Town.entry(at, "closed", Town.timeAt(at + 1)));
            var other = Kept.of("another reader's checkpoint", Town.ALONE.open(Vectors.checkpoint(town.entries)).orThrow());
            return new Reading(MemoryLog.of(entries, Vectors.checkpoint(entries)), Town.ALONE, new LogCheck.Terms(List.of(other), OptionalLong.empty(), 0, 60));
        }
    },
    /** The log of another town, in order by itself. */
    WRONG_ORIGIN(Means.ORIGIN) {
        @Override Reading by(Town town, RandomGenerator chance) {
            var key = SigningKey.of("other.example/log/" + chance.nextInt(), VerifierKey.Kind.NOTE, Vectors.seed(0)).orThrow();
            return careful(town, town.log.copy().serving(Checkpoint.of(key.verifier().name(), Vectors.tree(town.entries)).sign(key)));
        }
    },
    /** The right name and a key of one's own, whose identifier is forged every other time. */
    FOREIGN_KEY(Means.SIGNATURE) {
        @Override Reading by(Town town, RandomGenerator chance) {
            var seed = new byte[32];
            chance.nextBytes(seed);
            var note = Checkpoint.of(Vectors.ORIGIN, Vectors.tree(town.entries)).sign(SigningKey.of(Vectors.ORIGIN, VerifierKey.Kind.NOTE, seed).orThrow());
            var line = note.lines().getFirst();
            if (chance.nextBoolean()) note = new SignedNote(note.text(), List.of(new SignedNote.Line(line.name(), Town.LOG.keyId(), line.signature())));
            return careful(town, town.log.copy().serving(note));
        }
    },
    /** What was shown days ago is shown again, with its signatures of then. */
    REPLAY(Means.AGE) {
        @Override Reading by(Town town, RandomGenerator chance) {
            var entries = town.entries.subList(0, 1 + chance.nextInt(town.entries.size()));
            var terms = new LogCheck.Terms(List.of(), OptionalLong.of(Town.timeAt(town.entries.size()) + 86_401 + chance.nextInt(1_000_000)), 86_400, 60);
            return new Reading(MemoryLog.of(entries, Town.cosigned(entries)), Town.WITNESSED, terms);
        }
    },
    /** One bit of one tile, also of those that no signature reaches. */
    TILE(Means.ENTRY_AND_TILE, Means.INNER_TILE) {
        @Override Reading by(Town town, RandomGenerator chance) {
            return spoiled(town, chance, town.log.paths("tile/" + (chance.nextBoolean() ? "0/" : chance.nextBoolean() ? "1/" : "")).stream().filter(path -> !path.startsWith("tile/entries")).toList());
        }
    },
    /** One bit of one bundle; when it is one of a length, the bundle no longer comes out even or cuts entries elsewhere. */
    BUNDLE(Means.ENTRY_AND_TILE, Means.FORMAT) {
        @Override Reading by(Town town, RandomGenerator chance) {
            return spoiled(town, chance, town.log.paths("tile/entries"));
        }
    },
    /** With the true key: one entry is changed and the whole history made and signed anew. */
    RESIGNED(Means.APPEND_ONLY, Means.SPLIT) {
        @Override Reading by(Town town, RandomGenerator chance) {
            var entries = new ArrayList<>(town.entries);
            int at = chance.nextInt(town.keptSize);
            entries.set(at, Town.entry(at, "closed", Town.timeAt(at + 1)));
            return new Reading(MemoryLog.of(entries, Vectors.checkpoint(entries)), Town.ALONE, town.careful());
        }
    };

    /** What a reader is shown, and what the reader brings along. */
    record Reading(MemoryLog log, Policy policy, LogCheck.Terms terms) {
        Set<Means> notice() {
            return new java.util.TreeSet<>(new LogCheck(log, policy, terms).run().findings().stream().map(Finding::by).toList());
        }
    }

    /** At least one of these has to notice. */
    final Set<Means> means;

    Tampering(Means... means) {
        this.means = Set.of(means);
    }

    abstract Reading by(Town town, RandomGenerator chance);

    private static Reading careful(Town town, MemoryLog shown) {
        return new Reading(shown, Town.WITNESSED, town.careful());
    }

    private static Reading spoiled(Town town, RandomGenerator chance, List<String> paths) {
        var log = town.log.copy();
        var path = paths.isEmpty() ? log.paths("tile/0/").getFirst() : paths.get(chance.nextInt(paths.size()));
        log.spoil(path, chance.nextInt(log.files.get(path).length * 8));
        return careful(town, log);
    }
}
