package lianqiao.authenticity;

import java.time.Instant;
import lianqiao.base.Public;

/**
 * One text that came more than once, in figures.
 *
 * @param id the key of its oldest contribution, which names it; older ones that turn up give it another
 * @param medoid the contribution whose wording is shown for all
 * @param topic what its oldest contribution is compared within, as {@code Contribution.window} says
 * @param texts how many contributions, 2 or more; {@code persons} how many people sent them, and how many of these are verified
 * @param strength √(v + √u), by which lists are ordered, with v verified and u unverified persons
 * @param first when the oldest came, and {@code last} the newest
 */
public record Folded(long id, long medoid, String topic, int texts, int persons, int verified, double strength, Instant first, Instant last) implements Public {}
