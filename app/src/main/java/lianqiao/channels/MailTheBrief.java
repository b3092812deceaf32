package lianqiao.channels;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import lianqiao.offices.Duty;
import lianqiao.offices.Officer;
import lianqiao.offices.OfficerId;
import lianqiao.offices.Offices;
import lianqiao.store.Database;

/** Puts the brief of the latest morning into the outbox for those who want it and may read it: leaders and supervisors who are in office today. */
public final class MailTheBrief {
    private static final int MOST = 1_000;
    private final SubscriptionStore subscriptions;
    private final OutboxStore outbox;
    private final Offices offices;
    private final Supplier<Optional<LocalDate>> latest;

    /** @param latest the morning of the latest brief */
    public MailTheBrief(Database database, Offices offices, Supplier<Optional<LocalDate>> latest) {
        this.subscriptions = new SubscriptionStore(database);
        this.outbox = new OutboxStore(database);
        this.offices = offices;
        this.latest = latest;
    }

    /** Run twice it writes nothing twice: the day is the number of the notice. */
    public void run(Instant now) {
        var day = latest.get();
        if (day.isEmpty()) return;
        outbox.write(subscriptions.briefs(MOST).stream().filter(row -> mayRead(row.topic().code()))
                .map(row -> Notice.fresh("", (int) day.get().toEpochDay(), row.id(), Purpose.BRIEF, Map.of("day", day.get().toString()))).toList(), now);
    }

    private boolean mayRead(String login) {
        return offices.officer(new OfficerId(login)).filter(Officer::active).filter(officer -> officer.has(Duty.LEADER) || officer.has(Duty.SUPERVISOR)).isPresent();
    }
}
