package lianqiao.insight;

import java.time.LocalDate;
import java.util.List;
import lianqiao.base.Public;

/**
 * An issue that came back in the same month of several years, and its next time.
 *
 * @param month the first day of the month in which it is to be expected
 * @param years in which it came in that month, in order
 * @param actFrom thirty days before: from here on something can still be done before it is asked
 */
public record Season(HotIssue issue, LocalDate month, List<Integer> years, LocalDate actFrom) implements Public {}
