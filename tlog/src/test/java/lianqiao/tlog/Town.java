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
public final class Town {
    public static final long NOON = Instant.parse("2027-03-01T12:00:00Z").getEpochSecond();
    public static final VerifierKey LOG = Vectors.LOG.verifier();
    public static final Policy ALONE = Policy.of(LOG);
    public static final Policy WITNESSED = Policy.of(LOG, List.of(Vectors.WITNESS.verifier()), 1);

    public final List<byte[]> entries;
    public final int keptSize;
    final MemoryLog log;

    public Town(int keptSize, int size) {
        this.entries = entries(0, size);
        this.keptSize = keptSize;
        this.log = MemoryLog.of(entries, cosigned(entries));
    }

    public static Town random(RandomGenerator chance) {
        int kept = 1 + chance.nextInt(300);
        return new Town(kept, kept + 1 + chance.nextInt(300));
    }

    public static List<byte[]> entries(int from, int to) {
        var entries = new ArrayList<byte[]>();
        for (int i = from; i < to; i++) entries.add(entry(i, "answered", NOON + 60L * i));
        return entries;
    }

    public static byte[] entry(int number, String event, long time) {
        return Vectors.bytes(String.format("{\"case\":\"LQ-2027-%06d\",\"ev\":\"%s\",\"t\":\"%s\",\"v\":1}", number, event, Instant.ofEpochSecond(time)));
    }

    public static long timeAt(int size) {
        return NOON + 60L * (size - 1);
    }

    public static SignedNote cosigned(List<byte[]> entries) {
        var note = Vectors.checkpoint(entries);
        return note.with(Cosignature.sign(note.text(), timeAt(entries.size()), Vectors.WITNESS).line());
    }

    /** What a resident kept of the first entries. */
    public Kept kept() {
        return Kept.of("a receipt", WITNESSED.open(cosigned(entries.subList(0, keptSize))).orThrow());
    }

    /** A careful reader: has a receipt, knows the witness, looks at the clock an hour later. */
    public LogCheck.Terms careful() {
        return new LogCheck.Terms(List.of(kept()), OptionalLong.of(timeAt(entries.size()) + 3600), 86_400, 60);
    }
}
