package lianqiao.channels;

import java.time.Instant;
import java.util.List;
import lianqiao.base.CaseNumber;
import lianqiao.base.Public;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;

/** What the desk may know about the notices to residents: which reached nobody, and how many wait. Thread-safe. */
public final class Notices {
    private final OutboxStore outbox;

    public Notices(Database database) {
        outbox = new OutboxStore(database);
    }

    /** Why a notice has reached nobody. */
    public enum Why implements Public {
        /** The resident left only a phone number: the hotline calls. */
        NEEDS_CALL,
        /** The mail server refused it for good, or it was tried too often. */
        GAVE_UP,
        /** The contact is no longer kept. */
        NO_CONTACT
    }

    /**
     * A notice that has reached nobody. Whether an officer may see the case is asked at the case.
     *
     * @param entry the entry of the case it tells of
     * @param about what it tells of; words under {@code channels.about.…}
     * @param since when it was written
     * @param error a code such as {@code SMTP 550}; never an address
     */
    public record Undelivered(CaseNumber number, int entry, String about, Why why, Instant since, int attempts, @Nullable String error)
            implements Public {
        /** The key of what it tells of in the words files. */
        public String word() {
            return "channels.about." + about;
        }
    }

    /** How many notices wait to be sent, and since when the oldest does; none when nothing waits. */
    public record Backlog(int waiting, @Nullable Instant oldest) implements Public {}

    /** Notices that reached nobody, oldest first, at most {@code most}. */
    public List<Undelivered> undelivered(int most) {
        return outbox.undelivered(most);
    }

    /**
     * Notes that the resident was told otherwise, by a call for example, of everything up to that entry.
     *
     * @return how many notices are settled by it
     */
    public int called(CaseNumber number, int upToEntry, Instant now) {
        return outbox.called(number, upToEntry, now);
    }

    /** Sends the letters of a case that were given up once more; how many they are. */
    public int again(CaseNumber number, Instant now) {
        return outbox.again(number, now);
    }

    public Backlog backlog() {
        return outbox.backlog();
    }
}
