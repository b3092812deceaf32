package lianqiao.app.demo;

import java.util.Map;
import lianqiao.app.demo.DemoStory.Told;
import lianqiao.base.CaseNumber;
import lianqiao.offices.OfficeCode;
import org.jspecify.annotations.Nullable;

/** What the replay remembers of a case while it lives through it; everything else stands in the case. */
final class DemoLife {
    final CaseNumber number;
    @Nullable OfficeCode lead;
    boolean accepted;
    boolean onBook;
    boolean byPhone;
    int verdict;
    int proposal;
    int measure;
    /** What was asked, as it was written. */
    final String body;

    DemoLife(CaseNumber number, String body) {
        this.number = number;
        this.body = body;
    }

    /** Takes up what an act has changed; {@code entry} is its number in the trail. */
    void note(Told told, int entry, Map<String, DemoLife> lives) {
        switch (told.act()) {
            case "assign", "assignFinally" -> lead = told.office() == null ? null : new OfficeCode(told.office());
            case "accept" -> accepted = true;
            case "reopen" -> { accepted = true; onBook = false; }
            case "sendBack" -> accepted = false;
            case "join" -> { var into = lives.get(told.into()); lead = into == null ? null : into.lead; }
            case "putOnBook" -> onBook = true;
            case "answer", "leaderAnswer", "claimDone" -> onBook = false;
            case "callBack" -> byPhone = "phone".equals(told.how());
            case "verdict" -> verdict = entry;
            case "proposeMeasure" -> proposal = entry;
            case "takeMeasure" -> measure = entry;
            default -> { }
        }
    }
}
