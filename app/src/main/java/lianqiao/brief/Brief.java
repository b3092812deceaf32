package lianqiao.brief;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lianqiao.base.CaseNumber;
import lianqiao.base.Public;
import lianqiao.cases.DayBook.Deed;
import lianqiao.cases.DayBook.OfOffice;
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
 * @param read cases to read in full
 * @param answer the one to answer in person; null when nothing waits
 * @param deeds what leaders did in the seven days before
 */
public record Brief(LocalDate day, Instant at, Instant from, Map<Part, Figure> figures, List<OfOffice> late, int offices,
                    List<Passage> read, @Nullable Passage answer, List<Deed> deeds) implements Public {

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

    public Brief {
        figures = Map.copyOf(figures);
        late = List.copyOf(late);
        read = List.copyOf(read);
        deeds = List.copyOf(deeds);
    }

    public Figure figure(Part part) {
        return figures.getOrDefault(part, Figure.NONE);
    }
}
