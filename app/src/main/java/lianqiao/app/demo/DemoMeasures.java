package lianqiao.app.demo;

import java.util.List;
import lianqiao.app.demo.DemoStory.Told;
import lianqiao.cases.Act;
import lianqiao.cases.Measure;

/** Reads what a story tells of masking and withholding: proposed by one person, taken by a second, appealed, decided by a third. */
final class DemoMeasures {
    private DemoMeasures() {}

    static Act act(Told told, DemoLife life, String text) {
        return switch (told.act()) {
            case "proposeMeasure" -> new Act.ProposeMeasure(form(told), 1, null, null, passages(told, life), DemoActs.said(told.ground()),
                    Measure.Content.valueOf(DemoActs.said(told.content())), 0, text);
            case "takeMeasure" -> form(told) == Measure.Form.MASK ? new Act.Mask(life.proposal) : new Act.Withhold(life.proposal);
            case "appeal" -> new Act.Appeal(life.measure, text);
            case "upholdMeasure" -> new Act.Uphold(life.measure, text);
            case "restore" -> new Act.Restore(life.measure, text);
            default -> throw new IllegalArgumentException("no such act: " + told.act());
        };
    }

    private static Measure.Form form(Told told) {
        return told.passage() == null ? Measure.Form.WITHHOLD : Measure.Form.MASK;
    }

    private static List<Measure.Span> passages(Told told, DemoLife life) {
        if (told.passage() == null) return List.of();
        int from = life.body.indexOf(told.passage());
        return List.of(new Measure.Span("body", from, from + told.passage().length()));
    }
}
