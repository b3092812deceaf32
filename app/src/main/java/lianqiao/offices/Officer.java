package lianqiao.offices;

import java.util.Set;

/** A person who works on cases. The name is for colleagues only: residents see the office. */
public record Officer(OfficerId id, String name, OfficeCode office, Set<Duty> duties, boolean active) {
    public Officer {
        duties = Set.copyOf(duties);
    }

    public boolean has(Duty duty) {
        return duties.contains(duty);
    }

    /** Without the name, so that a log cannot print it. */
    @Override public String toString() {
        return "Officer[" + id + " of " + office + "]";
    }
}
