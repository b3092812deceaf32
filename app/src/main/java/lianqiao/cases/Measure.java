package lianqiao.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lianqiao.base.Public;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.OfficerId;
import org.jspecify.annotations.Nullable;

/**
 * Something done to an entry by hand: passages masked, a photo blackened in part, or the whole withheld. It rests on a
 * published ground, was proposed by one person and confirmed by another, and can be appealed. It is not public as a
 * whole, because at the desk it names officers.
 *
 * @param proposal the entry that proposed it; 0 where the reader may not see that one
 * @param number the entry that took it, which names it from then on; 0 while it is only proposed
 * @param entry what it concerns: the number of an entry, 1 being what was asked
 * @param photo the one photo it concerns; null when it concerns the words, or the entry as a whole
 * @param instead the picture shown in place of that photo; null when none is
 * @param spans the passages that are masked, in the words as they were written
 * @param basis the code of its published ground
 * @param office which took it, or proposed it
 * @param at when it was taken, or proposed
 * @param appealUntil the end of the time for an appeal
 * @param decideBy by when an appeal is decided; null when there is none
 * @param notice the entry that passed on the notice it follows from; 0 when it follows from none
 */
public record Measure(
        int proposal, int number, Standing standing, Form form, int entry, @Nullable PhotoId photo, @Nullable PhotoId instead, List<Span> spans,
        String basis, Content content, @Nullable OfficeCode office, @Nullable OfficerId proposer, @Nullable OfficerId confirmer,
        Instant at, @Nullable Instant appealUntil, @Nullable Instant decideBy, int notice) {

    /** How far it goes. */
    public enum Form implements Public { MASK, WITHHOLD }

    /** What kind of content it is about; said in public instead of the content. */
    public enum Content implements Public { PERSONAL, MINOR, PICTURE, INSULT, ACCUSATION, SECRET, UNLAWFUL }

    /** Where it stands. */
    public enum Standing implements Public {
        PROPOSED, DROPPED, IN_FORCE, APPEALED, UPHELD, RESTORED;

        /** Whether the entry is shown with it. */
        public boolean isInForce() {
            return this == IN_FORCE || this == APPEALED || this == UPHELD;
        }
    }

    /**
     * A passage in one part of an entry.
     *
     * @param part title, body or address of what was asked, text of any other entry
     * @param from index of its first character in the words as they were written, as {@link String#charAt} counts
     * @param to index after its last one
     */
    public record Span(String part, int from, int to) {
        public Span {
            if (!part.matches("title|body|address|text") || from < 0 || to <= from) throw new IllegalArgumentException("no passage");
        }
    }

    public Measure {
        spans = List.copyOf(spans);
    }

    /** Passages as a fact of an event: {@code title:0-3,body:7-12}. It holds no part of the text. */
    static String written(List<Span> spans) {
        return String.join(",", spans.stream().map(s -> s.part() + ":" + s.from() + "-" + s.to()).toList());
    }

    static List<Span> spans(String written) {
        var spans = new ArrayList<Span>();
        for (var one : written.split(",")) {
            if (one.isEmpty()) continue;
            var numbers = one.substring(one.indexOf(':') + 1).split("-");
            spans.add(new Span(one.substring(0, one.indexOf(':')), Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])));
        }
        return spans;
    }

    /** Whether this officer is one of the two who took it, and so cannot decide about it. */
    public boolean wasTakenBy(@Nullable OfficerId officer) {
        return officer != null && (officer.equals(proposer) || officer.equals(confirmer));
    }
}
