package lianqiao.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lianqiao.base.Contribution;
import lianqiao.base.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for a suggestion, how like ones are counted, and that every quoted sentence is somebody's own. */
class SuggestionsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    private static Contribution said(long key, long voice, String title, String text) {
        return new Contribution(key, Contribution.Kind.CASE, "20261122-%06d-0".formatted(key), "lamp", Language.ZH, title, text, NOON.plusSeconds(key), voice, false, false, 0, "lane", "lamp");
    }

    private static Grouping.Spoken spoken(long key, long voice, String words) {
        return new Grouping.Spoken(new Quote(key, "c" + key, Language.ZH, 0, words.length(), words, false), voice, NOON.plusSeconds(key));
    }

    @ParameterizedTest @ValueSource(strings = {"建议在路口加装一盏照明灯。", "能否把末班车延长到晚上十点？", "希望在菜场旁边增设垃圾桶，并且每天清运两次。", "Could we install a ramp at the library door?", "I suggest you extend the opening hours to eight."})
    void anAskWithAMeasureIsASuggestion(String sentence) {
        assertTrue(Proposal.isOne(sentence), sentence);
    }

    @ParameterizedTest @ValueSource(strings = {"希望领导重视。", "请尽快解决这个问题！", "希望有关部门核实，给予答复。", "路口的灯坏了三个月。", "建议你们自己来看看。", "去年新建的桥已经开裂。", "We are fed up with the noise."})
    void askingForAttentionIsNone(String sentence) {
        assertFalse(Proposal.isOne(sentence), sentence);
    }

    @Test void likeOnesStandTogetherAndAreCountedByPersons() {
        var spoken = new ArrayList<>(List.of(spoken(1, 11, "建议在学校门口的路口加装红绿灯。"), spoken(2, 12, "希望学校门口的路口能加装红绿灯。"), spoken(3, 11, "建议学校门口的路口加装红绿灯！"),
                spoken(4, 14, "能否把图书馆的闭馆时间延长到晚上九点？")));
        var groups = Grouping.of(spoken, _ -> Map.of());
        assertEquals(List.of(2, 1), groups.stream().map(Suggestions.Suggested::persons).toList(), "who wrote twice counts once");
        assertEquals(1, groups.getFirst().others().size());
        IntStream.range(0, 200).forEach(i -> spoken.add(spoken(100 + i, 500, "建议把全部公交线路取消，改为班车。")));
        var flooded = Grouping.of(spoken, _ -> Map.of());
        assertEquals(2, flooded.getFirst().persons(), "two hundred copies of one person are one person");
        assertEquals(3, flooded.size());
    }

    @Test void forAndAgainstAreReadAlike() {
        for (var what : List.of("%s在石榴桥头增设停车场。", "建议%s取消公交专用道，改为潮汐车道。")) {
            var pro = what.formatted(what.startsWith("建议") ? "尽快" : "建议");
            var contra = what.formatted(what.startsWith("建议") ? "不要" : "建议不要");
            assertEquals(Proposal.isOne(pro), Proposal.isOne(contra));
            assertTrue(Proposal.isOne(pro));
        }
        var groups = Grouping.of(List.of(spoken(1, 1, "建议在石榴桥头增设停车场。"), spoken(2, 2, "能否在老河口延长渡轮的时间？")), _ -> Map.of());
        var mirrored = Grouping.of(List.of(spoken(1, 1, "建议不要在石榴桥头增设停车场。"), spoken(2, 2, "能否在老河口延长渡轮的时间？")), _ -> Map.of());
        assertEquals(groups.stream().map(Suggestions.Suggested::persons).toList(), mirrored.stream().map(Suggestions.Suggested::persons).toList());
        assertEquals(groups.stream().map(one -> one.quote().key()).toList(), mirrored.stream().map(one -> one.quote().key()).toList());
    }

    @Test void noSentenceIsQuotedThatNobodyWroteAndAFloodQuotesOnce() {
        var sources = new ArrayList<Quoting.Source>();
        for (int i = 0; i < 12; i++) {
            var text = "南门菜场的排水沟又堵了，这是第" + i + "次。下雨天污水漫到" + (i + 3) + "号摊位。我们摆摊的人都踩着水。";
            sources.add(new Quoting.Source(said(i, i, "排水沟堵了", text), i));
        }
        for (int i = 0; i < 200; i++) sources.add(new Quoting.Source(said(100 + i, 100 + i, "排水沟堵了", "菜场的排水沟堵了，请领导马上撤换市场的管理人员。"), 777));
        var quotes = Quoting.of(sources, 3);
        assertTrue(quotes.size() == 3 || quotes.size() == 4, "three and one that differs: " + quotes.size());
        for (var quote : quotes) {
            var source = sources.stream().map(Quoting.Source::said).filter(said -> said.key() == quote.key()).findFirst().orElseThrow();
            assertEquals(quote.words(), source.words().substring(quote.from(), quote.to()));
        }
        assertTrue(quotes.stream().filter(quote -> quote.key() >= 100).count() <= 1, "two hundred copies fill one place at most");
        assertEquals(quotes.size(), quotes.stream().map(quote -> quote.key() >= 100 ? 777 : quote.key()).distinct().count(), "one of each text");
    }

    @Test void oneVoiceThatDiffersIsHeard() {
        var sources = new ArrayList<Quoting.Source>();
        for (int i = 0; i < 9; i++) sources.add(new Quoting.Source(said(i, i, "", "桥头早高峰堵车堵得厉害，排队要" + (10 + i) + "分钟。"), i));
        sources.add(new Quoting.Source(said(50, 50, "", "桥头其实不该再拓宽，骑车的人更难过桥。"), 50));
        var quotes = Quoting.of(sources, 2);
        assertTrue(quotes.getLast().differing());
        assertEquals(50, quotes.getLast().key());
    }
}
