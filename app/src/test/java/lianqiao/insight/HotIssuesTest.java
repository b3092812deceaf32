package lianqiao.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From what people said to a list that everybody reads, over days, nights, nodes and officers' words. */
class HotIssuesTest {
    private static final List<String> LAMPS = List.of("松林巷路灯全灭，晚上漆黑", "松林巷的路灯不亮，老人摔倒", "松林巷路灯坏了两周没人修", "路灯不亮，松林巷晚上不敢走", "松林巷一到晚上漆黑，路灯都灭了", "请修松林巷路灯");
    private static final List<String> NOISE = List.of("夜市音响扰民到凌晨", "榴花街夜市音响太吵，孩子睡不着", "夜市音响扰民，凌晨还在放歌", "夜市摊位音响扰民", "凌晨的夜市音响，谁来管管扰民", "夜市音响每天吵到凌晨");
    private static final List<String> OTHERS = List.of("公园长椅坏了", "社保卡补办要多久", "图书馆周一为什么闭馆", "自来水有异味", "学校门口缺斑马线", "快递柜收费不合理", "垃圾分类桶不够", "办理居住证材料太多");

    private static final List<String> ESTATE = List.of("门卫夜里不在岗", "香樟树生虫，落得满身都是", "消防车道被面包车占着", "大件家具没有地方扔", "三单元电梯按键失灵", "门口烧烤摊收得太晚");

    private final HotTown town = new HotTown();

    @AfterEach void close() {
        town.close();
    }

    private void said() {
        for (int i = 0; i < 6; i++) {
            town.square.says(100 + i, Square.TODAY.minusDays(6 - i), LAMPS.get(i), "已经两周了，请尽快处理");
            town.square.says(200 + i, Square.TODAY.minusDays(40 - i), NOISE.get(i), "希望有人来管");
        }
        for (int i = 0; i < 8; i++) town.square.says(300 + i, Square.TODAY.minusDays(20 + i), OTHERS.get(i), "谢谢");
    }

    @Test void twoIssuesOfSixPersonsEachStandOnTheListWithTheirCases() {
        assertTrue(town.issues.isSettled(), "nothing was said yet");
        said();
        town.gather(Square.NOW);
        assertFalse(town.issues.isSettled(), "no night was there yet");
        town.refine(Square.NOW);
        assertTrue(town.issues.isSettled());
        var list = town.issues.hottest(Square.NOW, 10);
        assertEquals(2, list.size(), list.toString());
        var lamps = list.stream().filter(one -> one.name().contains("路灯")).findFirst().orElseThrow();
        assertEquals(6, lamps.tally().persons());
        assertEquals(6, lamps.members().size());
        assertEquals("20261123-000011", lamps.members().getFirst());
        assertEquals(6, lamps.standing().unanswered());
        assertEquals(6, lamps.busiest());
        assertEquals(lamps.id(), town.issues.of("20261123-000001").orElseThrow().id());
        assertTrue(town.issues.of("20261123-000020").isEmpty());
        assertEquals(1, town.issues.days(lamps.id()).size());
        assertEquals(6, town.issues.months(lamps.id()).values().stream().mapToInt(Integer::intValue).sum());
    }

    @Test void byDayANewcomerJoinsAndItRisesWithTheFifthPerson() {
        said();
        town.gather(Square.NOW);
        var lamps = town.issues.of("20261123-000001").orElseThrow();
        assertEquals(List.of(lamps.id()), town.issues.rising(Square.NOW).stream().map(HotIssue::id).toList());
        assertEquals(Rise.Why.WEEK, lamps.rising().orElseThrow().why());
        town.anotherNode();
        town.square.says(900, Square.TODAY, "松林巷路灯又不亮了", "晚上漆黑");
        town.gather(Square.NOW.plusSeconds(60));
        assertEquals(7, town.issues.find(lamps.id()).orElseThrow().tally().persons());
        assertTrue(town.issues.rising(Square.NOW.plus(Duration.ofDays(9))).isEmpty());
    }

    /** Seen in the invented city: different things in one estate stood first in the leader's brief, as what everybody says. */
    @Test void manyThingsAtOnePlaceAreNoIssueThatRises() {
        said();
        for (int i = 0; i < ESTATE.size(); i++) town.square.says(400 + i, Square.TODAY.minusDays(i % 3), "青蒿新村" + ESTATE.get(i), "青蒿新村" + ESTATE.get(i) + "，请来处理。");
        town.gather(Square.NOW);
        town.refine(Square.NOW);
        town.gather(Square.NOW.plusSeconds(60));
        var estate = town.issues.placeGroups(Square.NOW, 10).getFirst();
        assertEquals(6, estate.tally().persons());
        assertTrue(estate.rising().isPresent(), "the street office sees that more than usual come from there");
        assertFalse(town.issues.rising(Square.NOW).stream().anyMatch(one -> one.id() == estate.id()));
        assertTrue(town.issues.sharedBy(estate.members().getFirst()).isEmpty());
        var lamps = town.issues.sharedBy("20261123-000001").orElseThrow();
        assertEquals(6, lamps.tally().persons());
        assertTrue(town.issues.isLarge(lamps));
    }

    @Test void anIssueKeepsItsNumberOverANight() {
        said();
        town.gather(Square.NOW);
        town.refine(Square.NOW);
        var before = town.issues.hottest(Square.NOW, 10).stream().map(HotIssue::id).toList();
        var night = Square.NOW.plus(Duration.ofHours(17));      // three in the morning
        town.square.says(901, Square.TODAY, "松林巷路灯怎么还没修", "晚上漆黑一片");
        town.gather(night);
        town.refine(night.plus(Duration.ofHours(24)));
        assertEquals(before, town.issues.hottest(night, 10).stream().map(HotIssue::id).toList());
    }

    @Test void whatOfficersJoinedStaysJoinedAndWhatTheySeparatedStaysApart() {
        said();
        town.gather(Square.NOW);
        town.refine(Square.NOW);
        var list = town.issues.hottest(Square.NOW, 10);
        long one = list.getFirst().id();
        long other = list.getLast().id();
        assertFalse(town.issues.join(one, other, " ", "o1", Square.NOW).isDone());
        assertTrue(town.issues.join(one, other, "同一条街的夜间问题", "o1", Square.NOW).isDone());
        town.gather(Square.NOW.plusSeconds(10));
        assertEquals(12, town.issues.find(other).orElseThrow().tally().persons());
        assertEquals(one, town.issues.find(other).orElseThrow().id());
        assertEquals("同一条街的夜间问题", town.issues.links(one).getFirst().reason());
        assertTrue(town.issues.separate(one, "20261123-000001", "说的是另一盏灯", "o1", Square.NOW).isDone());
        town.gather(Square.NOW.plusSeconds(20));
        assertEquals(11, town.issues.find(one).orElseThrow().tally().persons());
        town.refine(Square.NOW.plus(Duration.ofHours(41)));
        var after = town.issues.find(one).orElseThrow();
        assertEquals(11, after.tally().persons(), after.toString());
        assertFalse(after.members().contains("20261123-000001"));
    }

    @Test void whatWasConcealedIsNotCounted() {
        said();
        town.gather(Square.NOW);
        town.refine(Square.NOW);
        town.concealed.add(1L);
        town.refine(Square.NOW.plus(Duration.ofHours(41)));
        var list = town.issues.hottest(Square.NOW, 10);
        assertEquals(5, list.stream().filter(one -> one.name().contains("路灯")).findFirst().orElseThrow(() -> new AssertionError(list + " " + town.issues.placeGroups(Square.NOW, 9))).tally().persons());
    }

    @Test void whatIsSolvedCoolsAndWhatIsOpenDoesNot() {
        said();
        for (int i = 0; i < 6; i++) town.fates.put("20261123-%06d".formatted(2 * i + 1), new Fate(true, false, true, Square.NOW));
        town.gather(Square.NOW);
        town.refine(Square.NOW);
        var before = town.issues.hottest(Square.NOW, 10).stream().filter(one -> one.name().contains("路灯")).findFirst().orElseThrow();
        assertEquals(6, before.standing().confirmed());
        town.refine(Square.NOW.plus(Duration.ofHours(41 + 24 * 20)));
        var list = town.issues.hottest(Square.NOW, 10);
        assertTrue(list.getFirst().name().contains("音响"), list.toString());
        assertTrue(list.getLast().heat().sum() < before.heat().sum() - 2, list.getLast().heat() + " " + before.heat());
    }
}
