package lianqiao.insight;

import java.time.Instant;
import lianqiao.base.Public;

/**
 * What an officer said about two contributions, with a reason that everybody reads.
 *
 * @param one the key of a contribution; @param other of another
 * @param together whether they belong to the same issue, or never do
 */
public record Link(long number, long one, long other, boolean together, String reason, Instant at) implements Public {}
