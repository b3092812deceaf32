package lianqiao.channels;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lianqiao.base.Text;
import lianqiao.cases.Cases;
import lianqiao.channels.Composer.Result;
import lianqiao.channels.Composer.Settled;
import lianqiao.channels.Composer.ToSend;
import lianqiao.channels.Notice.State;
import lianqiao.channels.mail.OutgoingDoor;
import lianqiao.channels.mail.OutgoingDoor.NotSent;
import lianqiao.channels.mail.OutgoingDoor.Shut;
import lianqiao.identity.Residents;
import lianqiao.identity.SignInCodes;
import lianqiao.offices.Offices;
import lianqiao.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what stands in the outbox. A notice is taken in hand under a lease, sent outside of any transaction, and then
 * marked. A crash between the last two sends it once more when the lease is over, with the same Message-ID, so that
 * the other side can tell. Nothing waits for a notice that cannot be sent, and a mail server that is away is asked at
 * ever longer intervals. Thread-safe; several may run at once on several nodes.
 */
public final class SendNotices {
    private static final Logger LOG = LoggerFactory.getLogger(SendNotices.class);
    static final Duration LEASE = Duration.ofMinutes(5);
    private static final long MOST_NANOS = Duration.ofMinutes(2).toNanos();
    private static final int AT_ONCE = 50;
    /** After each failed try so long until the next; after the last one an officer sees it. */
    static final List<Duration> DELAYS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(20), Duration.ofHours(1),
            Duration.ofHours(4), Duration.ofHours(12), Duration.ofHours(24));
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final OutboxStore outbox;
    private final Database database;
    private final Composer composer;
    private final OutgoingDoor door;
    private Duration pause = Duration.ZERO;
    private Instant shutUntil = Instant.MIN;

    /** What stands in every letter: the site's name, the hotline's number. */
    public record Signature(Text site, String phone) {}

    /** @param key the same as for the subscriptions */
    public SendNotices(Database database, Residents residents, SignInCodes codes, Cases cases, Offices offices, Wording wording, MorningWords morning, Outgoing outgoing,
            Signature signature, byte[] key) {
        this.database = database;
        this.outbox = new OutboxStore(database);
        this.door = outgoing.door();
        var seal = new Seal(key);
        var letters = new Letters(wording, offices, seal, signature.site(), signature.phone());
        composer = new Composer(residents, cases, new SubscriptionStore(database), letters, new NewsLetters(wording, offices, seal, letters), new MorningLetters(wording, morning, seal, letters),
                new CodeLetters(wording, codes, seal, letters));
    }

    /** Sends what is due at {@code now}, for some minutes at most. */
    public void run(Instant now) {
        if (isShut(now)) return;
        long began = System.nanoTime();
        while (true) {
            var claimed = outbox.claim(now, AT_ONCE, now.plus(LEASE));
            if (claimed.isEmpty() || !deliver(claimed, now, began)) return;
        }
    }

    /** Whether it makes sense to go on. */
    private boolean deliver(List<Notice> claimed, Instant now, long began) {
        var results = compose(claimed, now);
        settle(claimed, results, now);
        var letters = new ArrayList<Notice>();
        for (int i = 0; i < claimed.size(); i++) if (results.get(i) instanceof ToSend) letters.add(claimed.get(i));
        var ready = results.stream().filter(ToSend.class::isInstance).map(ToSend.class::cast).toList();
        int sent = 0;
        while (sent < ready.size()) {
            try (var line = door.open()) {
                int before = sent;
                sent = send(line, letters, ready, sent, now, began);
                if (sent == before) throw new Shut("closed at once");
                opened();
            } catch (Shut e) {
                shut(e, now);
                outbox.putBack(letters.subList(sent, letters.size()), now.plus(pause()));
                return false;
            }
            if (isLate(began) && sent < ready.size()) {
                outbox.putBack(letters.subList(sent, letters.size()), now);
                return false;
            }
        }
        return true;
    }

    /** Sends from {@code from} on until the line is cut or time is up; answers where to go on. */
    private int send(OutgoingDoor.Line line, List<Notice> notices, List<ToSend> ready, int from, Instant now, long began) {
        int next = from;
        while (next < notices.size() && line.isOpen() && !isLate(began)) {
            var notice = notices.get(next);
            try {
                line.send(ready.get(next).letter());
                outbox.settle(List.of(notice), State.SENT, null, now);
            } catch (NotSent e) {
                failed(notice, String.valueOf(e.getMessage()), e.forGood(), now);
            }
            next++;
        }
        return next;
    }

    /** The whole batch at once, and one by one if something in it cannot be read, so that only the culprit suffers. */
    private List<Result> compose(List<Notice> claimed, Instant now) {
        try {
            return composer.compose(claimed, now);
        } catch (RuntimeException e) {
            LOG.warn("a batch of notices could not be written: {}", e.getClass().getSimpleName());
            return claimed.stream().map(notice -> composeAlone(notice, now)).toList();
        }
    }

    private Result composeAlone(Notice notice, Instant now) {
        try {
            return composer.compose(List.of(notice), now).getFirst();
        } catch (RuntimeException e) {
            failed(notice, e.getClass().getSimpleName(), false, now);
            return new Settled(State.WAITING);
        }
    }

    private void settle(List<Notice> claimed, List<Result> results, Instant now) {
        database.inTransaction(() -> {
            for (var state : State.values()) {
                if (state == State.WAITING) continue;
                var these = new ArrayList<Notice>();
                for (int i = 0; i < claimed.size(); i++) if (results.get(i) instanceof Settled(var so) && so == state) these.add(claimed.get(i));
                outbox.settle(these, state, null, now);
            }
        });
    }

    private void failed(Notice notice, String why, boolean forGood, Instant now) {
        if (forGood || notice.attempts() > DELAYS.size()) outbox.settle(List.of(notice), State.GAVE_UP, why, now);
        else outbox.tryAgain(notice, now.plus(DELAYS.get(notice.attempts() - 1)), why);
    }

    private static boolean isLate(long began) {
        return System.nanoTime() - began > MOST_NANOS;
    }

    private synchronized boolean isShut(Instant now) {
        return now.isBefore(shutUntil);
    }

    private synchronized Duration pause() {
        return pause;
    }

    private synchronized void opened() {
        pause = Duration.ZERO;
        shutUntil = Instant.MIN;
    }

    private synchronized void shut(Shut why, Instant now) {
        pause = pause.isZero() ? Duration.ofSeconds(5) : pause.multipliedBy(2);
        if (pause.compareTo(LONGEST_PAUSE) > 0) pause = LONGEST_PAUSE;
        shutUntil = now.plus(pause);
        LOG.warn("letters cannot leave for now ({}); next try in {} s", why.getMessage(), pause.toSeconds());
    }
}
