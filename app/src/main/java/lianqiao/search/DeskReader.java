package lianqiao.search;

import java.util.Set;
import lianqiao.base.Public;

/**
 * Who looks, as far as search must know it. Public cases are found by every officer; confidential cases and internal
 * notes only by those who handle the case or see all.
 *
 * @param seesAll whether all cases are theirs to see, as at the hotline and for supervisors and leaders
 * @param offices codes of the offices whose cases they handle: their own and those below it
 * @param notAbout codes of their own office and all above it: a report of wrongdoing about one of these is never found,
 *     whatever else holds
 */
public record DeskReader(boolean seesAll, Set<String> offices, Set<String> notAbout) implements Public {
    public DeskReader {
        offices = Set.copyOf(offices);
        notAbout = Set.copyOf(notAbout);
    }
}
