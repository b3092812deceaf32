package lianqiao.insight;

import static lianqiao.fuzz.Target.promise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lianqiao.base.Contribution;
import lianqiao.base.Language;
import lianqiao.base.Signs;
import lianqiao.fuzz.Target;

/** Texts of residents, read for what presses, for places and for sentences worth quoting. */
public final class InsightFuzz {
    public static final List<Target> TARGETS = List.of(Target.ofText("urgency", InsightFuzz::urgency).slow(), Target.ofText("place-names", InsightFuzz::places).slow(),
            Target.ofText("quotations", InsightFuzz::quotations).slow());
    private static final PlaceNames NAMES = PlaceNames.of(Set.of("河东区", "连桥市"), Set.of("春水路", "清溪小区", "Spring Road"));
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    private InsightFuzz() {}

    private static void urgency(String text) {
        var read = ReadingUrgency.of(text);
        promise(read.from() >= 0 && read.from() <= read.to() && read.to() <= text.length(), "the sentence that decided stands in the text");
        promise(read.tier() == Tier.LATER || read.to() > read.from(), "whoever says that something presses shows the sentence");
        for (var part : Sentences.of(text)) Proposal.isOne(part.in(text));
    }

    private static void places(String text) {
        var signs = Signs.of(text);
        int before = 0;
        for (var span : NAMES.in(signs)) {
            promise(span.from() >= before && span.end() > span.from() && span.end() <= signs.length(), "names stand one behind the other");
            promise(text.contains(span.name(signs, text)), "a name is written as in the text");
            before = span.end();
        }
        PlaceLearning.from(contributions(text));
    }

    private static void quotations(String text) {
        var contributions = contributions(text);
        var sources = contributions.stream().map(said -> new Quoting.Source(said, said.key() % 3)).toList();
        for (var quote : Quoting.of(sources, 4)) {
            var words = contributions.get((int) quote.key()).words();
            promise(words.substring(quote.from(), quote.to()).equals(quote.words()), "a quotation is letter by letter");
        }
    }

    private static List<Contribution> contributions(String text) {
        var all = new ArrayList<Contribution>();
        for (var one : text.split("\n\n", 12)) all.add(new Contribution(all.size(), Contribution.Kind.CASE, "20261122-" + all.size(), "lamp", Language.ZH, "", one, NOON, all.size(), false, false, 0, "lane", "lamp"));
        return all;
    }
}
