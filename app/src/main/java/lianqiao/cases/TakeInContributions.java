package lianqiao.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import lianqiao.base.CaseNumber;
import lianqiao.base.Outcome;
import lianqiao.base.VoiceKey;
import lianqiao.cases.ContributionStore.Taken;
import lianqiao.cases.ContributionStore.Waiting;
import lianqiao.identity.ResidentId;
import lianqiao.identity.Verifications;
import lianqiao.identity.Voices;
import lianqiao.store.Database;
import lianqiao.store.Event;
import lianqiao.store.Followers;
import org.jspecify.annotations.Nullable;

/**
 * Gives each public case its place among the contributions and its voice: the same for one person within a quarter of a year,
 * unknown to the next one, whose secret is another. A month after a quarter its secret is destroyed, so late letters still find it. A case of nobody who is
 * known is a voice of its own. It follows the events; stopped half-way it goes on where it was and takes nothing in twice.
 */
public final class TakeInContributions {
    private static final String FOLLOWER = "contributions";
    private static final int EVENTS_AT_ONCE = 500;
    private static final int MOST_TURNS = 40;
    private static final Duration SECRETS_KEPT = Duration.ofDays(30);

    private final Followers followers;
    private final ContributionStore store;
    private final Voices voices;
    private final Verifications verifications;

    public TakeInContributions(Database database, Voices voices, Verifications verifications) {
        this.followers = new Followers(database);
        this.store = new ContributionStore(database);
        this.voices = voices;
        this.verifications = verifications;
    }

    /** Catches up with the events, up to 20,000 of them, and destroys the secret of the quarter before when its time has come. */
    public void run(Instant now) {
        int turns = 0;
        while (turns++ < MOST_TURNS && followers.advance(FOLLOWER, EVENTS_AT_ONCE, events -> take(events, now)) == EVENTS_AT_ONCE) continue;
        voices.close(period(now.minus(SECRETS_KEPT).atZone(ZoneOffset.UTC).minusMonths(3).toInstant()), now);
    }

    private void take(List<Event> events, Instant now) {
        var numbers = events.stream().filter(e -> e.name().equals("CaseReceived")).map(Event::subject).flatMap(s -> CaseNumber.read(s).stream()).toList();
        if (numbers.isEmpty()) return;
        var waiting = store.waiting(numbers);
        var verified = verifications.verified(waiting.stream().map(Waiting::resident).filter(Objects::nonNull).collect(Collectors.toSet()));
        store.take(waiting.stream().map(one -> new Taken(one.number(), period(one.at()), voice(one, now), one.resident() != null && verified.contains(one.resident()))).toList());
    }

    /** Nothing for whoever is not known, and for what is brought in from a quarter whose secret is gone. */
    private @Nullable Long voice(Waiting one, Instant now) {
        var resident = one.resident();
        if (resident == null) return null;
        var period = period(one.at());
        var voice = voices.key(period, resident, now);
        if (!voice.isDone() && voices.open(period, now).isDone()) voice = voices.key(period, resident, now);
        return voice instanceof Outcome.Done<VoiceKey>(var key) ? number(key) : null;
    }

    /** The quarter a case was received in, by the hours of Greenwich: where a quarter ends matters to nobody. */
    static String period(Instant at) {
        ZonedDateTime day = at.atZone(ZoneOffset.UTC);
        return "cases-" + day.getYear() + "-q" + ((day.getMonthValue() - 1) / 3 + 1);
    }

    /** The first 63 bits; among a hundred thousand voices two are one by chance once in a billion times. */
    private static long number(VoiceKey voice) {
        return Long.parseUnsignedLong(voice.text().substring(0, 16), 16) >>> 1;
    }
}
