package lianqiao.rights;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lianqiao.base.CaseNumber;
import lianqiao.base.Outcome;
import lianqiao.cases.Act;
import lianqiao.cases.Act.End;
import lianqiao.cases.By;
import lianqiao.cases.Cases;
import lianqiao.cases.RightsNotice;
import lianqiao.cases.RightsNotice.Recourse;
import lianqiao.cases.RightsNotice.Standing;
import lianqiao.offices.OfficeCode;
import lianqiao.rights.GivenNotices.Given;
import lianqiao.store.Database;
import lianqiao.store.Event;
import lianqiao.store.Followers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells each side of a notice what the other did or what was decided, and shows again by rule what was taken when the time to
 * complain or to sue is over (Civil Code, article 1196). Harmless when run twice: what it tells is written together with how far
 * it has come.
 */
public final class CarryNoticesOn {
    private static final Logger LOG = LoggerFactory.getLogger(CarryNoticesOn.class);
    private static final String FOLLOWER = "rights";
    private static final int EVENTS_AT_ONCE = 500;
    private static final int MOST_TURNS = 40;
    private static final int DUE_AT_ONCE = 200;
    /** Somebody who tells in the last minute has told in time, also when the database takes a while to settle it. */
    static final Duration GRACE = Duration.ofMinutes(10);
    private static final Set<String> TELLING = Set.of("EntryMasked", "EntryWithheld", "NoticeDeclined", "CounterStated", "RecourseTaken", "EntryRestored",
            "NoticeLapsed", "MadeConfidential", "WordsErased");

    private final Followers followers;
    private final Cases cases;
    private final GivenNoticeStore store;

    public CarryNoticesOn(Database database, Cases cases) {
        this.followers = new Followers(database);
        this.cases = cases;
        this.store = new GivenNoticeStore(database);
    }

    public void run(Instant now) {
        int turns = 0;
        while (turns++ < MOST_TURNS && followers.advance(FOLLOWER, EVENTS_AT_ONCE, events -> follow(events, now)) == EVENTS_AT_ONCE) continue;
        for (var given : store.due(now.minus(GRACE), DUE_AT_ONCE)) end(given, now);
    }

    private void follow(List<Event> events, Instant now) {
        var telling = events.stream().filter(e -> TELLING.contains(e.name())).toList();
        if (telling.isEmpty()) return;
        var given = store.of(telling.stream().map(Event::subject).collect(Collectors.toSet()));
        for (var e : telling) given.stream().filter(concerns(e)).forEach(g -> tell(g, e, now));
    }

    private static Predicate<Given> concerns(Event e) {
        return switch (e.name()) {
            case "RecourseTaken" -> g -> g.notice().text().equals(e.subject());
            case "MadeConfidential" -> g -> g.about().text().equals(e.subject());
            case "WordsErased" -> g -> g.about().text().equals(e.subject()) && List.of(e.fact("entries").split(",")).contains(Integer.toString(g.entry()));
            default -> g -> g.about().text().equals(e.subject()) && g.forwarded() > 0 && e.fact("notice").equals(Integer.toString(g.forwarded()));
        };
    }

    private void tell(Given g, Event e, Instant now) {
        switch (e.name()) {
            case "EntryMasked", "EntryWithheld" -> decided(g, Standing.MEASURED, e, now);
            case "NoticeDeclined" -> decided(g, Standing.DECLINED, e, now);
            case "CounterStated" -> counter(g, Instant.parse(e.fact("reportBy")), now);
            case "RecourseTaken" -> recourse(g, Recourse.valueOf(e.fact("recourse")), now);
            case "NoticeLapsed" -> settle(g, End.LAPSED, now);
            case "EntryRestored" -> { if (standing(g, now) == Standing.LIFTED) settle(g, End.LIFTED, now); }
            default -> settle(g, End.GONE, now);
        }
    }

    private Standing standing(Given g, Instant now) {
        return cases.publicly(g.about(), now).stream().flatMap(about -> about.notices().stream()).filter(n -> n.number() == g.forwarded())
                .map(RightsNotice::standing).findFirst().orElse(Standing.OPEN);
    }

    /** The decision is the answer of the office that took it. */
    private void decided(Given g, Standing decision, Event e, Instant now) {
        store.stands(g.notice(), decision.name(), decision == Standing.DECLINED ? now : null);
        act(g.notice(), new Act.AnswerNotice(decision), new By(By.Role.CLOCK, e.office() == null ? null : new OfficeCode(e.office()), null), now);
    }

    private void counter(Given g, Instant reportBy, Instant now) {
        store.countered(g.notice(), reportBy);
        act(g.notice(), new Act.PassOnCounter(reportBy), By.clock(), now);
    }

    private void recourse(Given g, Recourse recourse, Instant now) {
        store.recourse(g.notice(), recourse.name());
        act(g.about(), new Act.ReportRecourse(g.forwarded(), recourse), By.clock(), now);
    }

    private void settle(Given g, End end, Instant now) {
        store.stands(g.notice(), end.name(), now);
        act(g.notice(), new Act.SettleNotice(end), By.clock(), now);
    }

    private void act(CaseNumber number, Act act, By by, Instant now) {
        if (cases.act(number, act, by, now) instanceof Outcome.Refused<Integer>(var why, _)) LOG.warn("{} of {}: {}", act.getClass().getSimpleName(), number, why);
    }

    /** One that breaks must not stand in the way of all others. */
    private void end(Given g, Instant now) {
        try {
            var about = cases.publicly(g.about(), now);
            if (about.isEmpty()) return;
            var taken = about.get().measures().stream().filter(m -> m.notice() == g.forwarded() && m.standing().isInForce()).toList();
            for (var measure : taken) act(g.about(), new Act.RestoreByRule(measure.number()), By.clock(), now);
            if (taken.isEmpty() && standing(g, now) == Standing.OPEN) act(g.about(), new Act.LapseNotice(g.forwarded()), By.clock(), now);
        } catch (RuntimeException e) {
            LOG.error("the notice about case {} could not be ended", g.about(), e);
        }
    }
}
