package lianqiao.authenticity;

import java.time.Instant;
import java.time.LocalDate;
import lianqiao.base.Public;

/**
 * That more people than usual came. It says nothing about who they are or why they came.
 *
 * @param area code of the place, empty for the whole installation
 * @param persons how many came on that day, or in the days of a slow rise, or from that place
 * @param verified how many of them are verified
 * @param usual how many come otherwise, on average
 * @param from how many would have been enough
 */
public record Surge(long id, Kind kind, String service, String area, LocalDate day, int persons, int verified, double usual, int from, Instant noticed) implements Public {

    /** What was more than usual. */
    public enum Kind implements Public {
        /** One day against the same weekday of the eight weeks before. */
        DAY,
        /** Two weeks against the eight weeks before. */
        SLOW,
        /** One place against its share of all places, within six hours. */
        PLACE
    }

    /** One day of a chart. @param persons who came; @param recorded whether anything at all was received that day, so that 0 means 0 */
    public record Day(LocalDate day, int persons, boolean recorded) implements Public {}
}
