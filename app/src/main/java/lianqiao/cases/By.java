package lianqiao.cases;

import lianqiao.base.Public;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.OfficerId;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: a role, and for officers the office they act for and their own code.
 * Which person a resident is stays with the case and is never part of the trail.
 */
public record By(Role role, @Nullable OfficeCode office, @Nullable OfficerId officer) {

    /** The parts people and rules play in the step table. */
    public enum Role implements Public {
        RESIDENT, OPERATOR, DISPATCHER, OFFICER, HEAD, SUPERVISOR, LEADER,
        /** A published rule, fired by the clock. */
        CLOCK
    }

    public static By resident() {
        return new By(Role.RESIDENT, null, null);
    }

    public static By clock() {
        return new By(Role.CLOCK, null, null);
    }

    /** An officer acting for an office in one of their roles. */
    public static By officer(Role role, OfficeCode office, OfficerId officer) {
        return new By(role, office, officer);
    }
}
