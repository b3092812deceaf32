package lianqiao.checklist;

import java.util.List;
import lianqiao.offices.OfficeCode;

/** Gives the latest public answers of an office. Thread-safe. */
@FunctionalInterface
public interface FormerAnswers {
    /** At most so many, the latest first. */
    List<Former> of(OfficeCode office, int most);
}
