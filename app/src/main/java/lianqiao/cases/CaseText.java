package lianqiao.cases;

import java.time.Instant;
import java.util.List;
import lianqiao.base.CaseNumber;
import lianqiao.cases.NewCase.Point;
import org.jspecify.annotations.Nullable;

/**
 * A case as the search index reads it: its codes and everything that was written, what all may read apart from what
 * the desk alone may read. It may hold a confidential case and is therefore not public.
 *
 * @param lead code of the lead office, if there is one yet
 * @param helping codes of the helping offices
 * @param concerns code of the office a report of wrongdoing is about
 * @param named logins of officers whom a report of wrongdoing names
 * @param published texts of public entries, oldest first
 * @param answers what offices answered, oldest first; also among {@code published}
 * @param internal texts of entries for the desk alone, oldest first
 */
public record CaseText(
        CaseNumber number, State state, String service, String area, @Nullable String lead, List<String> helping,
        boolean confidential, @Nullable String concerns, List<String> named, Instant receivedAt, Instant updatedAt, @Nullable Instant closedAt,
        @Nullable Closing closing, String channel, @Nullable Point point, String title, String body, String address,
        List<String> published, List<String> internal, List<String> answers) {

    public CaseText {
        helping = List.copyOf(helping);
        named = List.copyOf(named);
        published = List.copyOf(published);
        internal = List.copyOf(internal);
        answers = List.copyOf(answers);
    }

    /** The number only: texts do not belong into a log. */
    @Override public String toString() {
        return "CaseText[" + number + "]";
    }
}
