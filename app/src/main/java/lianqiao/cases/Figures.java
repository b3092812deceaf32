package lianqiao.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lianqiao.base.Public;
import lianqiao.offices.OfficeCode;

/**
 * Counts over all cases, confidential ones included but for reports of wrongdoing that name an office, without a single text. Ways of closing are counted apart and
 * never added up to one number of "done".
 */
public record Figures(Instant at, Line all, List<OfOffice> offices) implements Public {

    /**
     * @param received all cases
     * @param open not closed
     * @param overdue open, clock running, date passed
     * @param answered with an answer
     * @param answeredOnTime of these, answered before their date
     * @param confirmed closed on the resident's word
     * @param silent closed by the rule for silence
     * @param refused closed on a published ground
     * @param imported closed in an earlier system
     * @param reopened taken up again at least once
     * @param medianHours the fewest whole hours from receipt within which at least half of the first answers came; -1 without answers
     */
    public record Line(long received, long open, long overdue, long answered, long answeredOnTime, long confirmed, long silent,
                       long refused, long imported, long reopened, int medianHours) implements Public {}

    /** The figures of one lead office. */
    public record OfOffice(OfficeCode office, Line line) implements Public {}

    public Optional<Line> of(OfficeCode office) {
        return offices.stream().filter(o -> o.office().equals(office)).map(OfOffice::line).findFirst();
    }
}
