package lianqiao.desk;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lianqiao.access.AuditTrail;
import lianqiao.cases.By;
import lianqiao.cases.By.Role;
import lianqiao.cases.Case;
import lianqiao.cases.Sight;
import lianqiao.cases.Sight.Reach;
import lianqiao.offices.Duty;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Officer;
import org.jspecify.annotations.Nullable;

/**
 * The signed-in officer at this moment.
 *
 * @param hats the own place first, then those covered for colleagues
 * @param sight what the reader may come across: what one of the places reaches, but no report of wrongdoing about the reader,
 *     about one of the offices or about one above them
 */
public record Reader(Officer officer, List<Hat> hats, Sight sight) {
    private static final Set<Role> SEE_ALL = Set.of(Role.OPERATOR, Role.DISPATCHER, Role.SUPERVISOR, Role.LEADER);
    private static final Set<Duty> NO_PART = Set.of(Duty.ADMINISTRATOR, Duty.AUDITOR);

    /**
     * A place from which an officer acts: the own desk, or that of a colleague covered for now. The duties are those of
     * the place, the person in the records is always the one who really acts.
     *
     * @param under the office and all below it
     * @param reach how far the business of the place goes
     */
    record Hat(Officer place, Officer actor, Set<OfficeCode> under, Reach reach) {
        boolean isOwn() {
            return place.id().equals(actor.id());
        }

        OfficeCode office() {
            return place.office();
        }

        /** The parts this place plays in the step table; keeping the settings is none of them, and neither is looking on. */
        Set<Role> roles() {
            return rolesOf(place);
        }

        By as(Role role) {
            return By.officer(role, office(), actor.id());
        }

        /** Whether the case is this place's business, so that it may act on it. */
        boolean reaches(Case shown) {
            return reach.covers(shown) || reach.helps(shown);
        }
    }

    public Reader {
        hats = List.copyOf(hats);
    }

    static Set<Role> rolesOf(Officer place) {
        var roles = EnumSet.noneOf(Role.class);
        for (var duty : place.duties()) if (!NO_PART.contains(duty)) roles.add(Role.valueOf(duty.name()));
        return roles;
    }

    /** How the audit trail names the reader. */
    AuditTrail.Who who() {
        return new AuditTrail.Who(officer.id().text(), officer.office().text());
    }

    /** Whether one of the places has this duty. */
    public boolean has(Duty duty) {
        return hats.stream().anyMatch(hat -> hat.place().has(duty));
    }

    boolean plays(Role role) {
        return hats.stream().anyMatch(hat -> hat.roles().contains(role));
    }

    /** Whether cases of all offices within reach are this reader's business, as at the hotline, in supervision, at the top and in audit. */
    public boolean seesAll() {
        return SEE_ALL.stream().anyMatch(this::plays) || has(Duty.AUDITOR);
    }

    /** The offices whose open cases are this reader's queue: as head with everything below, otherwise only the own. */
    Set<OfficeCode> ownOffices() {
        var own = new LinkedHashSet<OfficeCode>();
        for (var hat : hats) {
            if (hat.roles().contains(Role.HEAD)) own.addAll(hat.under());
            else if (hat.roles().contains(Role.OFFICER)) own.add(hat.office());
        }
        return own;
    }

    /**
     * Whether this reader may see the case at the desk. A report of wrongdoing is hidden from the office it is about
     * and everything below it, and from whom it names, whatever other duty somebody there has.
     */
    boolean maySee(Case shown) {
        return sight.shows(shown);
    }

    /** Whether what presses in all offices within reach is this reader's business. */
    boolean seesPressing() {
        return plays(Role.DISPATCHER) || plays(Role.SUPERVISOR) || plays(Role.LEADER);
    }

    /** The pages this reader has work on, as named in the navigation. */
    public List<String> nav() {
        var nav = new ArrayList<String>();
        if (plays(Role.SUPERVISOR) || plays(Role.LEADER)) nav.add("brief");
        if (seesPressing()) nav.addAll(List.of("pressing", "suggestions"));
        if (plays(Role.OFFICER) || plays(Role.HEAD)) nav.add("tasks");
        if (plays(Role.OPERATOR) || plays(Role.DISPATCHER) || plays(Role.SUPERVISOR)) nav.add("call-backs");
        if (hats.stream().anyMatch(hat -> !hat.roles().isEmpty())) nav.add("overdue");
        if (plays(Role.DISPATCHER) || plays(Role.SUPERVISOR) || plays(Role.LEADER)) nav.add("hot");
        if (plays(Role.SUPERVISOR) || plays(Role.LEADER)) nav.add("measures");
        if (plays(Role.SUPERVISOR) || plays(Role.LEADER) || has(Duty.AUDITOR)) nav.add("folds");
        if (plays(Role.OPERATOR)) nav.add("operator");
        if (has(Duty.AUDITOR)) nav.add("audit");
        if (has(Duty.ADMINISTRATOR)) nav.add("admin");
        return nav;
    }

    /** The place of somebody else that is covered now, for the line that says so; null when there is none. */
    public @Nullable String covers() {
        var names = hats.stream().filter(hat -> !hat.isOwn()).map(hat -> hat.place().name()).toList();
        return names.isEmpty() ? null : String.join(" · ", names);
    }
}
