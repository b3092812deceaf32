package lianqiao.base;

import java.time.Instant;

/**
 * One text that somebody brought to the institution in public, as everybody may read it: a case, an idea or a statement. It
 * is all that rooms see which compare texts and count voices.
 *
 * @param key grows in the order in which contributions were taken in; of one installation, never used twice
 * @param reference what people call it: a case number, for example
 * @param window what it is compared within, together with a span of time: a service, a campaign, a question
 * @param text masked, as it stands on the public page
 * @param voice whose it is: equal for the same person within one period or campaign, and nothing that another one knows
 * @param verified whether somebody verified that the voice is a resident's
 * @param assisted whether an operator or a counter clerk typed it for somebody: many such come quickly and from one place, by right
 * @param likes how many have pressed a sign of agreement; 0 where there is none to press
 * @param area code of the place it is about
 * @param service code of what it is about, empty if nothing is known
 */
public record Contribution(long key, Kind kind, String reference, String window, Language language, String title, String text, Instant at,
                           long voice, boolean verified, boolean assisted, int likes, String area, String service) implements Public {

    /** What it is a piece of. */
    public enum Kind implements Public { CASE, IDEA, STATEMENT }

    /** Title and text as one: what is compared. */
    public String words() {
        return title.isEmpty() ? text : title + "\n" + text;
    }
}
