package lianqiao.calendar;

import lianqiao.base.Public;

/** What a day is in the explanation of a date. */
public enum DayKind implements Public {
    /** Day zero, on which the clock began; it is not counted. */
    START,
    COUNTED,
    /** A weekend day that a notice makes a working day; it is counted. */
    MAKE_UP,
    WEEKEND,
    HOLIDAY,
    /** A day that would count if the clock did not stand still. */
    PAUSED,
    /** The last day in time. */
    LAST
}
