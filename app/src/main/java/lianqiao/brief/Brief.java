package lianqiao.brief;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lianqiao.base.CaseNumber;
import lianqiao.base.Public;
import lianqiao.cases.DayBook.Deed;
import lianqiao.cases.DayBook.OfOffice;
import lianqiao.insight.Points;
import lianqiao.insight.Tier;
import org.jspecify.annotations.Nullable;

/**
 * The brief of one morning as it is kept: numbers and places, no words. What people wrote is read from their cases whenever the
 * brief is read.
 *
 * @param day the morning, in the installation's zone
 * @param at when it was written; everything stands as of then
 * @param from since when it counts what happened: the morning before
 * @param figures every number and the cases behind it
 * @param late the offices with overdue cases, most first
 * @param offices in how many offices cases are overdue
 * @param danger cases that speak of danger now, or of self-harm: how many, and their numbers
 * @param pressed what presses most, by points
 * @param quiet voices said by few that wait longest
 * @param issues what many speak about, what rises in front
 * @param read cases to read in full
 * @param answer the one to answer in person; null when nothing waits
 * @param deeds what leaders did in the seven days before
 */
public record Brief(LocalDate day, Instant at, Instant from, Map<Part, Figure> figures, List<OfOffice> late, int offices,
                    Figure danger, List<Pressed> pressed, List<Pressed> quiet, List<Issue> issues, List<Passage> read, @Nullable Passage answer, List<Deed> deeds) implements Public {

    /** What is counted. */
    public enum Part implements Public {
        /** Since the brief before. */
        RECEIVED, SOLVED,
        /** From now until the end of tomorrow. */
        DUE,
        /** On the book, to be taken up within seven days. */
        PROMISED,
        OVERDUE,
        /** Nobody has answered for thirty days. */
        UNANSWERED;

        /** As it stands in addresses and in the keys of words. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A number and its cases, at most as many as are kept; the first stand in front as the brief shows them. */
    public record Figure(long count, List<CaseNumber> cases) implements Public {
        public static final Figure NONE = new Figure(0, List.of());

        public Figure {
            cases = List.copyOf(cases);
        }
    }

    /**
     * A place in what was asked, and why it is here.
     *
     * @param why the last part of the key of the sentence that says why
     * @param from where it begins in title and text as one
     * @param to where it ends
     * @param mark by which it is known again: words that were masked since are not shown in its place
     */
    public record Passage(CaseNumber number, String why, int from, int to, String mark) implements Public {}

    /**
     * A case that presses, and why.
     *
     * @param others how many other cases stand behind it, with the same text or about the same issue
     * @param signs words of our own lists that decided the tier
     */
    public record Pressed(CaseNumber number, int others, Tier tier, List<String> signs, Points points) implements Public {
        public Pressed {
            signs = List.copyOf(signs);
        }
    }

    /**
     * What many speak about, in figures; its name is read when the brief is.
     *
     * @param rising whether more people than usual speak about it: {@code lately} instead of {@code usual}
     * @param quotes what is said, at most two passages and one that differs
     */
    public record Issue(long id, int persons, int letters, int own, int likes, Instant first, int open, int unanswered, boolean rising, int lately,
                        double usual, List<Passage> quotes) implements Public {
        public Issue {
            quotes = List.copyOf(quotes);
        }
    }

    public Brief {
        pressed = List.copyOf(pressed);
        quiet = List.copyOf(quiet);
        issues = List.copyOf(issues);
        figures = Map.copyOf(figures);
        late = List.copyOf(late);
        read = List.copyOf(read);
        deeds = List.copyOf(deeds);
    }

    public Figure figure(Part part) {
        return figures.getOrDefault(part, Figure.NONE);
    }
}
