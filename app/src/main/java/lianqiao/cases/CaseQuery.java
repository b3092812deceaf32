package lianqiao.cases;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import lianqiao.base.CaseNumber;
import lianqiao.base.Public;
import lianqiao.offices.AreaCode;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.ServiceCode;
import org.jspecify.annotations.Nullable;

/**
 * Which cases a list shows. Every part is optional except the order and the size; {@code after} is where the last page
 * ended, so that page 1,000 costs as much as page 1.
 *
 * @param offices lead or helping office is one of these; empty for all
 * @param states empty for all
 * @param areas any of these; empty for all
 * @param counted only cases behind this figure
 * @param overdueAt only cases whose running clock has passed its date at that moment
 * @param openOnly only cases that are not closed
 * @param inPublic leaves out every confidential case; a list for the public always sets it
 * @param sight what the reader may come across
 * @param most 1 to 200 lines
 */
public record CaseQuery(
        Set<OfficeCode> offices, Set<State> states, @Nullable ServiceCode service, Set<AreaCode> areas,
        @Nullable Kind kind, @Nullable Counted counted, @Nullable Instant overdueAt, boolean openOnly, boolean inPublic, Sight sight,
        Order order, @Nullable After after, int most) {

    /** What a number of the {@link Figures} counts, so that it can be shown case by case. */
    public enum Counted implements Public { OPEN, ANSWERED, ON_TIME, CONFIRMED, SILENT, REFUSED, IMPORTED, REOPENED }

    /** Newest first, or what is due first. */
    public enum Order { NEWEST, DUE }

    /** The last line of the page before: its time (of receipt or of the date, as the order says) and number. */
    public record After(Instant at, CaseNumber number) {
        /** As it stands in a link. */
        @Override public String toString() {
            return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "." + number;
        }

        /** Reads a link's text; null for anything else, which shows the first page. */
        public static @Nullable After read(@Nullable String text) {
            if (text == null || !text.matches("\\d{1,17}\\.\\S{1,40}")) return null;
            var dot = text.indexOf('.');
            return CaseNumber.read(text.substring(dot + 1))
                    .map(n -> new After(Instant.EPOCH.plus(Long.parseLong(text.substring(0, dot)), ChronoUnit.MICROS), n)).orElse(null);
        }
    }

    public CaseQuery {
        if (most < 1 || most > 200) throw new IllegalArgumentException("1 to 200 lines");
        offices = Set.copyOf(offices);
        states = Set.copyOf(states);
        areas = Set.copyOf(areas);
    }

    /** What everybody may see, newest first. */
    public static CaseQuery inPublic(int most) {
        return new CaseQuery(Set.of(), Set.of(), null, Set.of(), null, null, null, false, true, Sight.OF_ALL, Order.NEWEST, null, most);
    }

    /** The open cases of some offices, what is due first, for an officer's desk. */
    public static CaseQuery queueOf(Set<OfficeCode> offices, Sight sight, int most) {
        return new CaseQuery(offices, Set.of(), null, Set.of(), null, null, null, true, false, sight, Order.DUE, null, most);
    }

    public CaseQuery ofOffice(OfficeCode office) {
        return new CaseQuery(Set.of(office), states, service, areas, kind, counted, overdueAt, openOnly, inPublic, sight, order, after, most);
    }

    public CaseQuery ofService(@Nullable ServiceCode code) {
        return new CaseQuery(offices, states, code, areas, kind, counted, overdueAt, openOnly, inPublic, sight, order, after, most);
    }

    public CaseQuery ofArea(@Nullable AreaCode code) {
        return new CaseQuery(offices, states, service, code == null ? Set.of() : Set.of(code), kind, counted, overdueAt, openOnly, inPublic, sight, order, after, most);
    }

    /** Cases of any of these areas; none lifts the narrowing. */
    public CaseQuery within(Set<AreaCode> any) {
        return new CaseQuery(offices, states, service, any, kind, counted, overdueAt, openOnly, inPublic, sight, order, after, most);
    }

    /** The cases behind one of the {@link Figures}. */
    public CaseQuery counted(Counted as) {
        return new CaseQuery(offices, states, service, areas, kind, as, overdueAt, openOnly || as == Counted.OPEN, inPublic, sight, order, after, most);
    }

    public CaseQuery ofKind(@Nullable Kind only) {
        return new CaseQuery(offices, states, service, areas, only, counted, overdueAt, openOnly, inPublic, sight, order, after, most);
    }

    public CaseQuery in(Set<State> only) {
        return new CaseQuery(offices, only, service, areas, kind, counted, overdueAt, openOnly, inPublic, sight, order, after, most);
    }

    public CaseQuery overdueAt(Instant now) {
        return new CaseQuery(offices, states, service, areas, kind, counted, now, true, inPublic, sight, Order.DUE, after, most);
    }

    public CaseQuery after(@Nullable After end) {
        return new CaseQuery(offices, states, service, areas, kind, counted, overdueAt, openOnly, inPublic, sight, order, end, most);
    }
}
