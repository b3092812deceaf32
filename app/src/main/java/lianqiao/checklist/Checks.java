package lianqiao.checklist;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lianqiao.offices.OfficeCode;
import lianqiao.store.Database;

/** The door of the room: looks at an answer before it is sent, keeps what was found, counts by office. It stops nothing. Thread-safe. */
public final class Checks {
    /** What is counted by office. */
    public static final List<Item> COUNTED = List.of(Item.TAKEN_UP, Item.WHO, Item.WHAT, Item.WHEN, Item.RULE, Item.OBJECTION);
    private static final int FORMER = 200;
    private static final int MOST_OFFICES = 200;
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration PERIOD = Duration.ofDays(180);

    private final CheckStore store;
    private final FormerAnswers former;
    private final Map<OfficeCode, Known> known = new ConcurrentHashMap<>();

    private record Known(Check check, Instant at) {}

    public Checks(Database database, FormerAnswers former) {
        this.store = new CheckStore(database);
        this.former = former;
    }

    /** Compares an answer with its question and with the latest public answers of the office. */
    public Checked look(OfficeCode office, String caseNumber, String question, String answer, Instant now) {
        return check(office, now).of(caseNumber, question, answer);
    }

    private Check check(OfficeCode office, Instant now) {
        var learned = known.get(office);
        if (learned != null && now.isBefore(learned.at().plus(FRESH))) return learned.check();
        if (known.size() >= MOST_OFFICES) known.clear();
        var check = Check.knowing(former.of(office, FORMER));
        known.put(office, new Known(check, now));
        return check;
    }

    /** Keeps what was found in the answer with this entry number. */
    public void keep(OfficeCode office, String caseNumber, int entry, Checked checked, Instant now) {
        store.add(caseNumber, entry, office, checked, now);
    }

    /** What was found in the answers of a case, oldest first. */
    public List<KeptCheck> of(String caseNumber) {
        return store.of(caseNumber);
    }

    /** The answers of the last half year by office. */
    public List<OfficeAnswers> byOffice(Instant now) {
        return store.byOffice(now.minus(PERIOD));
    }
}
