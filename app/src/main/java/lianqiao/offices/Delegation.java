package lianqiao.offices;

import java.time.Instant;

/**
 * One officer's queue is covered by another for a while: from {@code begins} (inclusive) until {@code ends}
 * (exclusive). Both keep their own duties; the records say who really acted.
 */
public record Delegation(OfficerId officer, OfficerId coveredBy, Instant begins, Instant ends) {
    public Delegation {
        if (officer.equals(coveredBy)) throw new IllegalArgumentException("nobody covers themselves");
        if (!begins.isBefore(ends)) throw new IllegalArgumentException("a delegation ends after it begins");
    }

    public boolean holdsAt(Instant now) {
        return !now.isBefore(begins) && now.isBefore(ends);
    }
}
