package lianqiao.desk;

import java.util.EnumSet;
import java.util.Set;
import lianqiao.cases.By;
import lianqiao.cases.By.Role;
import lianqiao.offices.Duty;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Officer;

/**
 * A place from which an officer acts: the own desk, or that of a colleague covered for now. The duties are those of the
 * place, the person in the records is always the one who really acts.
 */
record Hat(Officer place, Officer actor) {

    boolean isOwn() {
        return place.id().equals(actor.id());
    }

    OfficeCode office() {
        return place.office();
    }

    /** The parts this place plays in the step table; keeping the settings is none of them. */
    Set<Role> roles() {
        var roles = EnumSet.noneOf(Role.class);
        for (var duty : place.duties()) if (duty != Duty.ADMINISTRATOR) roles.add(Role.valueOf(duty.name()));
        return roles;
    }

    By as(Role role) {
        return By.officer(role, office(), actor.id());
    }
}
