package lianqiao.search;

import java.util.Set;
import lianqiao.base.Public;

/**
 * Who looks, as far as search must know it. Public cases are found by every officer; confidential cases and internal
 * notes only by those who handle the case or see all.
 *
 * @param seesAll whether all cases are theirs to see, as at the hotline and for supervisors and leaders
 * @param offices codes of the offices whose cases they handle: their own and those below it
 * @param areas codes of the areas within which they handle them; empty for all
 * @param notAbout codes of their own office and all above it: a report of wrongdoing about one of these is never found,
 *     whatever else holds
 * @param persons their login, and of whom they cover for: a report that names one of them is never found either
 */
public record DeskReader(boolean seesAll, Set<String> offices, Set<String> areas, Set<String> notAbout, Set<String> persons) implements Public {
    public DeskReader {
        offices = Set.copyOf(offices);
        areas = Set.copyOf(areas);
        notAbout = Set.copyOf(notAbout);
        persons = Set.copyOf(persons);
    }

    /** Somebody whom no report names, for all areas. */
    public DeskReader(boolean seesAll, Set<String> offices, Set<String> notAbout) {
        this(seesAll, offices, Set.of(), notAbout, Set.of());
    }
}
