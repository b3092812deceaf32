package lianqiao.tlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * A town's log with a history: an entry a minute from noon on, a checkpoint that a resident kept, and the one shown today,
 * each seen by the witness when its last entry was made.
 */
final class Town {
    static final long NOON = Instant.parse("2027-03-01T12:00:00Z").getEpochSecond();
    static final VerifierKey LOG = Vectors.LOG.verifier();
    static final Policy ALONE = Policy.of(LOG);
    static final Policy WITNESSED = Policy.of(LOG, List.of(Vectors.WITNESS.verifier()), 1);

    final List<byte[]> entries;
    final int keptSize;
    final MemoryLog log;

    Town(int keptSize, int size) {
        this.entries = entries(0, size);
        this.keptSize = keptSize;
        this.log = MemoryLog.of(entries, cosigned(entries));
    }

    static Town random(RandomGenerator chance) {
        int kept = 1 + chance.nextInt(300);
        return new Town(kept, kept + 1 + chance.nextInt(300));
    }

    static List<byte[]> entries(int from, int to) {
        var entries = new ArrayList<byte[]>();
        for (int i = from; i < to; i++) entries.add(entry(i, "answered", NOON + 60L * i));
        return entries;
    }

    static byte[] entry(int number, String event, long time) {
        return Vectors.bytes(String.format("{\"case\":\"LQ-2027-%06d\",\"ev\":\"%s\",\"t\":\"%s\"}", number, event, Instant.ofEpochSecond(time)));
    }

    static long timeAt(int size) {
        return NOON + 60L * (size - 1);
    }

    static SignedNote cosigned(List<byte[]> entries) {
        var note = Vectors.checkpoint(entries);
        return note.with(Cosignature.sign(note.text(), timeAt(entries.size()), Vectors.WITNESS).line());
    }

    /** What a resident kept of the first entries. */
    Kept kept() {
        return Kept.of("a receipt", WITNESSED.open(cosigned(entries.subList(0, keptSize))).orThrow());
    }

    /** A careful reader: has a receipt, knows the witness, looks at the clock an hour later. */
    LogCheck.Terms careful() {
        return new LogCheck.Terms(List.of(kept()), OptionalLong.of(timeAt(entries.size()) + 3600), 86_400, 60);
    }
}
