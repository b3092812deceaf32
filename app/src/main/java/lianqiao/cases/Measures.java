package lianqiao.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import lianqiao.cases.Measure.Content;
import lianqiao.cases.Measure.Form;
import lianqiao.cases.Measure.Standing;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.OfficerId;
import lianqiao.store.Event;
import org.jspecify.annotations.Nullable;

/** The measures on a case, as a fold over its events. Not thread-safe; made anew for each use. */
final class Measures {
    /** Entries about measures; they cannot be masked themselves. */
    static final Set<String> EVENTS = Set.of("MeasureProposed", "ProposalDropped", "EntryMasked", "EntryWithheld", "MeasureAppealed", "MeasureUpheld", "EntryRestored");

    private final List<Measure> all = new ArrayList<>();
    private final Set<Integer> entries = new HashSet<>();
    private final RightsNotices notices = new RightsNotices();

    /** One event as any reader of a case has it. */
    record Step(int number, String name, Instant at, @Nullable OfficeCode office, @Nullable OfficerId officer, Function<String, String> facts) {
        String fact(String key) {
            return facts.apply(key);
        }

        int number(String key) {
            return fact(key).isEmpty() ? 0 : Integer.parseInt(fact(key));
        }

        @Nullable Instant instant(String key) {
            return fact(key).isEmpty() ? null : Instant.parse(fact(key));
        }

        @Nullable PhotoId photo(String key) {
            return fact(key).isEmpty() ? null : new PhotoId(UUID.fromString(fact(key)));
        }
    }

    static List<Measure> in(List<Case.Entry> trail) {
        return of(trail).all();
    }

    /** What a trail says, as far as its reader may see it. */
    static Measures of(List<Case.Entry> trail) {
        var measures = new Measures();
        for (var e : trail) measures.apply(new Step(e.number(), e.event(), e.at(), e.office(), e.officer(), e::fact));
        return measures;
    }

    void apply(Event e) {
        apply(new Step(e.number(), e.name(), e.at(), e.office() == null ? null : new OfficeCode(e.office()),
                e.officer() == null ? null : new OfficerId(e.officer()), e::fact));
    }

    private void apply(Step e) {
        switch (e.name()) {
            case "MeasureProposed" -> all.add(proposed(e));
            case "ProposalDropped" -> change(m -> m.proposal() == e.number("proposal"), m -> with(m, Standing.DROPPED, null));
            case "EntryMasked", "EntryWithheld" -> taken(e);
            case "MeasureAppealed" -> change(m -> m.number() == e.number("measure"), m -> with(m, Standing.APPEALED, e.instant("decideBy")));
            case "MeasureUpheld" -> change(m -> m.number() == e.number("measure"), m -> with(m, Standing.UPHELD, m.decideBy()));
            case "EntryRestored" -> change(m -> m.number() == e.number("measure"), m -> with(m, Standing.RESTORED, m.decideBy()));
            case "NoticeForwarded", "CounterStated", "RecourseReported", "NoticeLapsed" -> { }
            default -> { if (Workflow.isPublic(e.name())) entries.add(e.number()); }
        }
        notices.apply(e, all);
    }

    private static Measure proposed(Step e) {
        return new Measure(e.number(), 0, Standing.PROPOSED, Form.valueOf(e.fact("form")), e.number("entry"), e.photo("photo"), e.photo("instead"),
                Measure.spans(e.fact("spans")), e.fact("basis"), Content.valueOf(e.fact("content")), e.office(), e.officer(), null, e.at(), null, null, e.number("notice"));
    }

    /** The event repeats what was proposed, for readers who do not see the proposal. */
    private void taken(Step e) {
        var proposed = all.stream().filter(m -> m.proposal() == e.number("proposal")).findFirst();
        proposed.ifPresent(all::remove);
        var m = proposed(e);
        all.add(new Measure(e.number("proposal"), e.number(), Standing.IN_FORCE, m.form(), m.entry(), m.photo(), m.instead(), m.spans(), m.basis(), m.content(),
                e.office(), proposed.map(Measure::proposer).orElse(null), e.officer(), e.at(), e.instant("appealUntil"), null, e.number("notice")));
    }

    private void change(Predicate<Measure> which, UnaryOperator<Measure> how) {
        all.replaceAll(m -> which.test(m) ? how.apply(m) : m);
    }

    private static Measure with(Measure m, Standing standing, @Nullable Instant decideBy) {
        return new Measure(m.proposal(), m.number(), standing, m.form(), m.entry(), m.photo(), m.instead(), m.spans(), m.basis(), m.content(),
                m.office(), m.proposer(), m.confirmer(), m.at(), m.appealUntil(), decideBy, m.notice());
    }

    List<Measure> all() {
        return List.copyOf(all);
    }

    /** Whether such an entry is public and not itself about a measure. */
    boolean hasEntry(int number) {
        return entries.contains(number);
    }

    RightsNotices notices() {
        return notices;
    }

    Optional<Measure> proposal(int proposal) {
        return all.stream().filter(m -> m.proposal() == proposal && m.standing() == Standing.PROPOSED).findFirst();
    }

    Optional<Measure> taken(int number) {
        return all.stream().filter(m -> m.number() == number && number > 0).findFirst();
    }

    /** Those that an entry is shown with now. */
    List<Measure> inForceOn(int entry) {
        return all.stream().filter(m -> m.entry() == entry && m.standing().isInForce()).toList();
    }
}
