package lianqiao.authenticity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import lianqiao.town.TestDatabase;
import org.junit.jupiter.api.Test;

/** Whoever is for a measure and whoever is against it are treated alike: the same folds, reasons, parts, people and order. */
class ViewpointsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final String LETTER = "尊敬的领导，我们是河西路的住户。关于河西路改为单行道的方案，大家看了公示，也在居委会开过会。@这个方案，"
            + "因为放学的时候车流会很不一样，公交车的站位也要挪动，老人和孩子过马路的路线都跟着变。请把我们的意见记下来，并公布结果。";
    private static final List<List<String>> SLOTS = List.of(
            List.of("看到河西路单行道的公示，", "听说河西路要改单行道，", "关于河西路单行的方案，"),
            List.of("住在路口的人天天都在说，", "楼下的店家也在议论，", "接孩子的家长都在讨论，"),
            List.of("放学的时候车流会变样，", "早晚高峰的路线都要变，", "公交站的位置也要挪动，"),
            List.of("我们@这样改。", "大家@这个方案。", "全家都@单行道。"));

    /** The whole life of one side in a town of its own. @param stance two signs that say it */
    private static String lived(String stance) {
        try (var town = TestDatabase.fresh()) {
            var written = new Written();
            for (int i = 0; i < 30; i++) written.by(i, true, Flood.own(120, i), NOON);
            for (int i = 0; i < 40; i++) written.by(100 + i, i % 2 == 0, Flood.edited(LETTER, i % 4 * 0.01, i).replace("@", stance), NOON.plusSeconds(i));
            var random = new java.util.Random(5);
            for (int i = 0; i < 60; i++) {
                var text = new StringBuilder();
                for (var slot : SLOTS) text.append(slot.get(random.nextInt(slot.size())));
                written.by(1_000 + i, false, text.toString().replace("@", stance), NOON.plusSeconds(100 + i));
            }
            var folding = new FoldCopies(town.database(), written);
            folding.run(NOON);
            new RecountSharedPhrases(town.database(), written, List::of).run(NOON);
            folding.run(NOON);
            return told(new Folds(town.database(), written));
        }
    }

    /** Everything that a page would say, but for the stance itself. */
    private static String told(Folds folds) {
        var told = new StringBuilder();
        for (var fold : folds.strongest(null, 20)) {
            told.append(fold).append('\n').append(folds.bindings(fold)).append('\n').append(folds.tallyOf(fold.id())).append('\n');
            var page = folds.members(fold, 0);
            page.members().forEach(member -> told.append(member.reason().map(reason -> reason.reason() + reason.likeness()).orElse("first")).append(member.parts()).append(member.shared()).append('\n'));
        }
        return told.append(folds.tally(LongStream.rangeClosed(1, 130).boxed().toList())).append(folds.topic("housing")).toString();
    }

    @Test void forAndAgainstAreToldInTheSameWordsAndNumbers() {
        var forIt = lived("支持");
        assertEquals(forIt, lived("反对"));
        assertEquals(2, forIt.split("Folded\\[").length - 1, forIt);
    }
}
