package lianqiao.checklist;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lianqiao.base.Public;

/**
 * What was found in an answer before it was sent.
 *
 * @param look what the officer may want to look at; everything else is there
 * @param relevance likeness of answer and question, between 0 and 1
 * @param recycled share of the answer that stands in several earlier answers of the office, between 0 and 1
 * @param same number of a case about something else with the same answer, or empty
 * @param tone words that may hurt, as written
 * @param details kinds of personal details that will be masked, as keys
 */
public record Checked(Set<Item> look, double relevance, double recycled, String same, List<Ask> asks, List<String> tone, List<String> details) implements Public {
    public Checked {
        look = look.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(look));
        asks = List.copyOf(asks);
        tone = List.copyOf(tone);
        details = List.copyOf(details);
    }

    public boolean has(Item item) {
        return !look.contains(item);
    }

    /** How many of the things asked have a sentence. */
    public int answered() {
        return (int) asks.stream().filter(Ask::answered).count();
    }

    /** The items there are, in order. */
    public List<Item> items() {
        return List.of(Item.values());
    }

    @Override public String toString() {
        return "Checked" + look;
    }
}
