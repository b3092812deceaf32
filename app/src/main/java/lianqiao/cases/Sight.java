package lianqiao.cases;

import java.util.List;
import java.util.Set;
import lianqiao.offices.AreaCode;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.OfficerId;

/**
 * What an officer may come across at all, in lists as on pages. What lies outside is not shown, not counted and not found.
 *
 * @param reaches a case must lie within one of them
 * @param notAbout reports of wrongdoing about one of these offices stay hidden, whatever else holds: the reader belongs to one of them
 * @param persons reports that name one of these officers stay hidden as well: the reader and whom the reader covers for
 */
public record Sight(List<Reach> reaches, Set<OfficeCode> notAbout, Set<OfficerId> persons) {
    /** For lists that everybody may see. */
    static final Sight OF_ALL = new Sight(List.of(Reach.EVERYWHERE), Set.of(), Set.of());

    public Sight {
        reaches = List.copyOf(reaches);
        notAbout = Set.copyOf(notAbout);
        persons = Set.copyOf(persons);
    }

    /** Of a reader for whom every case is their business, but for reports about these offices. */
    public static Sight ofAllBut(Set<OfficeCode> notAbout) {
        return new Sight(List.of(Reach.EVERYWHERE), notAbout, Set.of());
    }

    /**
     * How far the business of one place reaches.
     *
     * @param offices cases that one of these leads; empty for all
     * @param areas only cases of these; empty for all
     * @param unassigned whether cases that nobody leads yet belong to it: with all offices always, otherwise within the areas
     */
    public record Reach(Set<OfficeCode> offices, Set<AreaCode> areas, boolean unassigned) {
        public static final Reach EVERYWHERE = new Reach(Set.of(), Set.of(), true);

        public Reach {
            offices = Set.copyOf(offices);
            areas = Set.copyOf(areas);
        }

        public boolean isEverywhere() {
            return offices.isEmpty() && areas.isEmpty();
        }

        /** Whether unassigned cases are told apart by their area. */
        boolean takesUnassigned() {
            return unassigned && !areas.isEmpty();
        }

        public boolean covers(Case shown) {
            if (!areas.isEmpty() && !areas.contains(shown.area())) return false;
            if (offices.isEmpty()) return true;
            return shown.lead() == null ? takesUnassigned() : offices.contains(shown.lead());
        }

        /** Whether one of the offices has a part in the case without leading it. */
        public boolean helps(Case shown) {
            return shown.helping().stream().anyMatch(offices::contains)
                    || shown.openTasks().stream().anyMatch(task -> OfficeCode.isWellFormed(task.fact("office")) && offices.contains(new OfficeCode(task.fact("office"))));
        }
    }

    /** Whether the case as the desk has it may be shown to this reader. */
    public boolean shows(Case shown) {
        if (shown.concerns() != null && notAbout.contains(shown.concerns())) return false;
        if (shown.named().stream().anyMatch(persons::contains)) return false;
        return reaches.stream().anyMatch(reach -> reach.covers(shown) || reach.helps(shown));
    }
}
