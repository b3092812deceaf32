package lianqiao.channels;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.base.Outcome;
import lianqiao.cases.Act;
import lianqiao.cases.By;
import lianqiao.cases.Cases;
import lianqiao.cases.Forgetting;
import lianqiao.cases.OwnCases;
import lianqiao.identity.Accounts;
import lianqiao.identity.Contact;
import lianqiao.identity.ResidentId;
import lianqiao.identity.Residents;
import lianqiao.store.Database;

/**
 * How the resident of one case is reached: corrected or forgotten at their wish. A code proves one case only, so a wish lets
 * go of what belongs to that case; the contact itself is destroyed as soon as no case and no subscription needs it. So a
 * stranger who left somebody else's number cannot cut its owner off from cases of their own. Whoever calls has shown number
 * and code. Thread-safe.
 */
public final class OwnContact {
    private static final int MOST_FOLLOWING = 200;
    private final Database database;
    private final Residents residents;
    private final Cases cases;
    private final Forgetting forgetting;
    private final Accounts accounts;
    private final OwnCases own;
    private final SubscriptionStore subscriptions;
    private final OutboxStore outbox;

    public OwnContact(Database database, Residents residents, Cases cases, Forgetting forgetting, Accounts accounts, OwnCases own) {
        this.database = database;
        this.residents = residents;
        this.cases = cases;
        this.forgetting = forgetting;
        this.accounts = accounts;
        this.own = own;
        this.subscriptions = new SubscriptionStore(database);
        this.outbox = new OutboxStore(database);
    }

    /**
     * From now on the resident of this case is reached there.
     *
     * @return the number of the entry that says so, which only the desk and the resident see
     */
    public Outcome<Integer> correct(CaseNumber number, Contact to, Language language, Instant now) {
        return change(number, () -> new Act.CorrectContact(residents.contactable(to, language, now)), now);
    }

    /** The case forgets how to reach its resident, at once; what waited to be told them is taken back and news of the case ends. */
    public Outcome<Integer> forget(CaseNumber number, Instant now) {
        own.forget(number);
        return change(number, Act.ForgetContact::new, now);
    }

    private Outcome<Integer> change(CaseNumber number, Supplier<Act> act, Instant now) {
        return database.inTransaction(() -> {
            var before = cases.residentOf(number);
            var done = cases.act(number, act.get(), By.resident(), now);
            if (done.isDone() && before.isPresent() && !cases.residentOf(number).equals(before)) letGo(number, before.get(), now);
            return done;
        });
    }

    /**
     * Somebody has shown that they are now reached at another address: their cases that open for them follow. What is
     * confidential and was not filed signed in stays as it is.
     */
    public void follow(ResidentId before, ResidentId after, Instant now) {
        for (var one : own.of(before, MOST_FOLLOWING)) {
            if (one.opens() && cases.residentOf(one.line().number()).filter(before::equals).isPresent())
                change(one.line().number(), () -> new Act.CorrectContact(after), now);
        }
        own.move(before, after);
    }

    private void letGo(CaseNumber number, ResidentId resident, Instant now) {
        outbox.takeBack(number, resident.value());
        subscriptions.end(resident, Topic.of(number), now);
        forgetIdle(List.of(resident), now);
    }

    /** Destroys the contacts of those of these residents whom nothing needs, with their ended subscriptions and that they were ever written to. */
    void forgetIdle(Collection<ResidentId> among, Instant now) {
        var idle = new HashSet<>(among);
        idle.removeAll(needed(idle, now));
        if (idle.isEmpty()) return;
        database.inTransaction(() -> {
            var gone = residents.forget(idle, still -> needed(still, now));
            if (gone.isEmpty()) return;
            var recipients = new ArrayList<>(subscriptions.forget(gone));
            gone.forEach(resident -> recipients.add(resident.value()));
            outbox.forget(recipients);
        });
    }

    private Set<ResidentId> needed(Set<ResidentId> among, Instant now) {
        if (among.isEmpty()) return Set.of();
        var needed = new HashSet<>(forgetting.named(among));
        needed.addAll(accounts.used(among, now));
        needed.addAll(subscriptions.needed(among, now.minus(Subscriptions.LINK_LIFE)));
        return needed;
    }
}
