package lianqiao.routing;

import lianqiao.base.Public;

/**
 * How often suggestions of one service met what a person then decided. Never counted by person.
 *
 * @param service what was decided
 * @param decided cases
 * @param first how many of them had it as the first hint
 * @param amongThree how many had it among the three shown
 * @param preselected how many had something selected beforehand
 * @param kept how many of these were left so
 * @param byTheList how many went to the office that the routing list names
 */
public record HitRate(String service, int decided, int first, int amongThree, int preselected, int kept, int byTheList) implements Public {
    /** Both together, under this one's service. */
    public HitRate plus(HitRate other) {
        return new HitRate(service, decided + other.decided, first + other.first, amongThree + other.amongThree, preselected + other.preselected,
                kept + other.kept, byTheList + other.byTheList);
    }

    /** How many of a hundred decided cases that is, rounded. */
    public long ofHundred(int part) {
        return decided == 0 ? 0 : Math.round(100.0 * part / decided);
    }
}
