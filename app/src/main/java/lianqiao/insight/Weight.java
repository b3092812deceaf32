package lianqiao.insight;

import lianqiao.base.Public;

/** What a case gets points for, and how many. The whole table stands on the page; a change of it is told in public. */
public enum Weight implements Public {
    /** × log₂(1 + V), V being the number of voices for order: Σ √(persons of one text). */
    VOICES(3),
    /** × log₂(1 + S), S being signs of agreement. */
    SUPPORTERS(2),
    /** × how long the date has passed, as a share of the time the office had, at most 1. */
    OVERDUE(4),
    /** It was taken up again. */
    REOPENED(3),
    /** An earlier case about the same was closed without the resident's word. */
    UNCONFIRMED(2),
    /** More people than usual speak about it. */
    SURGE(2),
    /** The text names children, old, disabled or ill people as affected. */
    VULNERABLE(2),
    /** × how many places are affected, from the second on. */
    PLACES(1);

    private final int points;

    Weight(int points) {
        this.points = points;
    }

    /** Points for one unit. */
    public int points() {
        return points;
    }
}
