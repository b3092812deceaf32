package lianqiao.insight;

import java.util.List;
import lianqiao.base.Public;

/**
 * What the words of one text say about how soon somebody should look. Found by lists of words, which are a safety net and no
 * more: they miss real dangers, and every text is read by a person all the same.
 *
 * @param selfHarm it speaks of self-harm: a person is told at once, and it is not ranked among others
 * @param vulnerable it names children, old, disabled or ill people as affected
 * @param signs the words that decided, as they stand in our lists: never more of the text
 * @param from where the sentence begins that decided, in title and text as one; 0 if none did
 * @param to where it ends
 */
public record Urgency(Tier tier, boolean selfHarm, boolean vulnerable, List<String> signs, int from, int to) implements Public {
    /** Nothing in particular. */
    static final Urgency NONE = new Urgency(Tier.LATER, false, false, List.of(), 0, 0);

    public Urgency {
        signs = List.copyOf(signs);
    }

    /** Whether there is anything to keep. */
    boolean saysSomething() {
        return tier != Tier.LATER || selfHarm || vulnerable;
    }
}
