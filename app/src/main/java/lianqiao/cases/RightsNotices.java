package lianqiao.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import lianqiao.cases.Measures.Step;
import lianqiao.cases.RightsNotice.Recourse;
import lianqiao.cases.RightsNotice.Standing;
import org.jspecify.annotations.Nullable;

/**
 * The notices about a case, as a fold over its events; and if the case is itself a notice, how far that has come. Not
 * thread-safe; it belongs to one {@link Measures}.
 */
final class RightsNotices {
    private final List<RightsNotice> all = new ArrayList<>();
    private boolean given;
    private @Nullable Instant recourseBy;
    private boolean recourseTaken;
    private boolean settled;

    /** @param measures as they stand after this event */
    void apply(Step e, List<Measure> measures) {
        switch (e.name()) {
            case "NoticeForwarded" -> all.add(new RightsNotice(e.number(), e.number("entry"), Right.valueOf(e.fact("right")), e.at(), Standing.OPEN, null, null, null));
            case "NoticeDeclined" -> change(e.number("notice"), n -> n.with(Standing.DECLINED));
            case "NoticeLapsed" -> change(e.number("notice"), n -> n.with(Standing.LAPSED));
            case "EntryMasked", "EntryWithheld" -> change(e.number("notice"), n -> n.with(Standing.MEASURED));
            case "EntryRestored" -> lifted(measures);
            case "CounterStated" -> change(e.number("notice"), n -> n.countered(e.at(), e.instant("reportBy")));
            case "RecourseReported" -> change(e.number("notice"), n -> n.reported(Recourse.valueOf(e.fact("recourse"))));
            case "NoticeGiven" -> given = true;
            case "CounterForwarded" -> recourseBy = e.instant("reportBy");
            case "RecourseTaken" -> recourseTaken = true;
            case "NoticeAnswered" -> settled |= e.fact("decision").equals(Standing.DECLINED.name());
            case "NoticeSettled" -> settled = true;
            default -> { }
        }
    }

    private void lifted(List<Measure> measures) {
        Predicate<RightsNotice> idle = n -> n.standing() == Standing.MEASURED
                && measures.stream().noneMatch(m -> m.notice() == n.number() && m.standing().isInForce());
        all.replaceAll(n -> idle.test(n) ? n.with(Standing.LIFTED) : n);
    }

    private void change(int number, UnaryOperator<RightsNotice> how) {
        all.replaceAll(n -> n.number() == number ? how.apply(n) : n);
    }

    List<RightsNotice> all() {
        return List.copyOf(all);
    }

    /** The notice that this entry passed on, if such a thing can be said of it. */
    Optional<RightsNotice> of(int number, Predicate<RightsNotice> which) {
        return all.stream().filter(n -> n.number() == number && which.test(n)).findFirst();
    }

    /** Whether the case is itself a notice. */
    boolean isGiven() {
        return given;
    }

    /** Why whoever gave this notice cannot tell now that they complained or sued; null when they can. */
    @Nullable String noRecourse(Instant now) {
        if (recourseBy == null || recourseTaken) return "no-counter";
        return settled || !now.isBefore(recourseBy) ? "recourse-too-late" : null;
    }
}
