package lianqiao.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import lianqiao.base.Outcome;
import lianqiao.base.Public;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;

/**
 * What officers looked at and changed behind the scenes, for auditors. Entries are added and never changed; they hold
 * codes, case numbers and stated purposes, no contact and nothing of what residents wrote. Thread-safe.
 */
public final class AuditTrail {
    /** Somebody who goes back and forth between a case and its forms has looked once. */
    private static final Duration ONE_LOOK = Duration.ofMinutes(15);

    private final Database database;
    private final AuditStore store;

    public AuditTrail(Database database) {
        this.database = database;
        store = new AuditStore(database);
    }

    /** What was done. */
    public enum Kind implements Public {
        /** A resident's contact was opened; the detail says what for. */
        CONTACT_OPENED,
        /** A confidential case was read, or one with something about a minor. */
        PRIVATE_READ,
        /** A confidential case was asked for by somebody who may not see it. */
        LOOK_REFUSED,
        /** A step about masking or withholding was taken. */
        MEASURE,
        /** Somebody's office, areas, duties or sign-in were changed. */
        DUTIES,
        /** It was entered who covers for whom. */
        COVERING,
        /** Somebody got a new password and has to set up the second factor anew. */
        SIGN_IN_RESET,
        /** An entry of a register or the calendar was changed. */
        SETTINGS,
        /** An auditor took this trail home as a file. */
        EXPORTED;

        /** The key of its name in the words files. */
        public String word() {
            return "desk.audit.kind." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** An officer and the office they work for, by code. */
    public record Who(String officer, String office) {}

    /**
     * One line of the trail. Not public: it names officers.
     *
     * @param subject a case number, a login or an entry of a register, as the kind says
     */
    public record Entry(long id, Instant at, Who who, Kind kind, String subject, String detail) {
        /** Without the persons, so that a log cannot print them. */
        @Override public String toString() {
            return "Entry[" + id + " " + kind + "]";
        }
    }

    /**
     * Which lines.
     *
     * @param kind null for all
     * @param offices of those who acted; empty for all
     */
    public record Filter(@Nullable Kind kind, Set<String> offices, @Nullable Instant from, @Nullable Instant until) {
        public Filter {
            offices = Set.copyOf(offices);
        }
    }

    /** Adds a line. */
    public void note(Who who, Kind kind, String subject, String detail, Instant now) {
        store.add(who, kind, subject, detail, now);
    }

    /** Adds a line for a look, once a quarter of an hour for the same officer and subject. */
    public void looked(Who who, Kind kind, String subject, Instant now) {
        store.addUnless(who, kind, subject, now, now.minus(ONE_LOOK));
    }

    /** Does something and adds the line in the same transaction: what is not on the trail was not done. Nothing is added when it is refused. */
    public <T> Outcome<T> during(Who who, Kind kind, String subject, String detail, Instant now, Supplier<Outcome<T>> work) {
        return database.<Outcome<T>>inTransaction(() -> {
            var outcome = work.get();
            if (outcome.isDone()) store.add(who, kind, subject, detail, now);
            return outcome;
        });
    }

    /** One page, newest first; {@code before} is the line where the last page ended. */
    public List<Entry> page(Filter filter, long before, int most) {
        return store.page(filter, before, most);
    }
}
