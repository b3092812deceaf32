package lianqiao.offices;

import java.util.Set;

/**
 * A person who works on cases. The name is for colleagues only: residents see the office.
 *
 * @param areas whose cases are this person's business, with everything within them; empty for all
 */
public record Officer(OfficerId id, String name, OfficeCode office, Set<Duty> duties, Set<AreaCode> areas, boolean active) {
    public Officer {
        duties = Set.copyOf(duties);
        areas = Set.copyOf(areas);
    }

    /** An officer for all areas. */
    public Officer(OfficerId id, String name, OfficeCode office, Set<Duty> duties, boolean active) {
        this(id, name, office, duties, Set.of(), active);
    }

    public boolean has(Duty duty) {
        return duties.contains(duty);
    }

    /** Without the name, so that a log cannot print it. */
    @Override public String toString() {
        return "Officer[" + id + " of " + office + "]";
    }
}
