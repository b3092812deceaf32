package lianqiao.checklist;

import java.time.Instant;
import java.util.Set;
import lianqiao.base.Public;

/**
 * What was found in an answer that was sent.
 *
 * @param entry the number of the answer's entry
 * @param look the items that were missing
 * @param asks how many things were asked; {@code answered} of them had a part of the answer
 */
public record KeptCheck(int entry, Instant at, Set<Item> look, int asks, int answered) implements Public {
    public KeptCheck {
        look = Set.copyOf(look);
    }
}
