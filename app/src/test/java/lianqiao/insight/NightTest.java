package lianqiao.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What belongs together by night, and what only shares a place. */
class NightTest {
    private static final LocalDate DAY = Square.TODAY.minusDays(10);
    private static final List<String> ESTATE = List.of("云溪苑的电梯坏了没人修", "云溪苑门口烧烤摊油烟大", "云溪苑快递柜收费太贵", "云溪苑树上有马蜂窝", "云溪苑停水没有通知", "云溪苑的狗不拴绳", "云溪苑没有充电桩");
    private static final List<String> HEATING = List.of("暖气不热，室内只有十四度", "家里暖气不热，室内温度不到十五度", "暖气一直不热，室内十三度怎么过冬", "暖气不热，室内温度太低", "供热公司说正常，可暖气就是不热", "暖气不热，孩子在室内穿羽绒服");
    private static final List<String> OTHERS = List.of("公园长椅坏了", "社保卡补办要多久", "图书馆周一为什么闭馆", "自来水有异味", "学校门口缺斑马线", "垃圾分类桶不够", "居住证材料太多", "路口红灯时间太长");
    private static final List<String> ELM = List.of("Broken lift at Elm Court", "Loud music near Elm Court", "Wasps in the trees of Elm Court", "Elm Court needs charging points", "Dogs without leads at Elm Court", "Bins overflow at Elm Court");
    private static final List<String> BUSES = List.of("The night bus comes late", "Night bus was late again yesterday", "Why is the night bus always late", "Night bus late, I walked home", "Late night bus leaves nurses waiting", "The night bus is late every Friday");

    private static Square town(List<List<String>> said) {
        var square = new Square();
        long voice = 1;
        for (var all : said) for (var title : all) square.says(voice, DAY.minusDays(voice++ % 9), title, "");
        return square;
    }

    private static List<Group> groups(Square square) {
        var night = new Night(square.said, Divisions.with(List.of()), HotRules.CURRENT);
        return night.groups(List.of()).stream().filter(all -> all.size() >= 5).map(all -> Group.of(all, night.words(), night.names(), HotRules.CURRENT)).toList();
    }

    private static Map<HotIssue.Shape, String> shapes(Square square) {
        return groups(square).stream().collect(Collectors.toMap(Group::shape, Group::name, (one, other) -> one + " | " + other, TreeMap::new));
    }

    @Test void anEstateWhereEverybodySaysSomethingElseIsNoIssueAndColdRoomsAre() {
        var shapes = shapes(town(List.of(ESTATE, HEATING, OTHERS)));
        assertTrue(shapes.get(HotIssue.Shape.ISSUE).contains("暖气不热"), shapes.toString());
        assertTrue(shapes.getOrDefault(HotIssue.Shape.PLACE_GROUP, "云溪苑").contains("云溪苑"), shapes.toString());
        assertTrue(!shapes.get(HotIssue.Shape.ISSUE).contains("云溪苑"), shapes.toString());
    }

    @Test void theSameHoldsForWordsWithSpaces() {
        var shapes = shapes(town(List.of(ELM, BUSES, OTHERS)));
        assertTrue(shapes.get(HotIssue.Shape.ISSUE).toLowerCase(java.util.Locale.ROOT).contains("night bus"), shapes.toString());
        assertTrue(!shapes.get(HotIssue.Shape.ISSUE).contains("Elm"), shapes.toString());
    }

    @Test void theOrderInWhichTheyCameDoesNotMatter() {
        var square = town(List.of(ESTATE, HEATING, OTHERS));
        var before = groups(square).stream().map(Group::toString).sorted().toList();
        var shuffled = new Square();
        shuffled.said.addAll(square.said);
        Collections.shuffle(shuffled.said, new Random(5));
        assertEquals(before, groups(shuffled).stream().map(Group::toString).sorted().toList());
    }

    @Test void forAndAgainstTheSameMeasureAreTreatedAlike() {
        var pro = new ArrayList<String>();
        var contra = new ArrayList<String>();
        for (var why : List.of("晚上热闹", "收摊太晚", "孩子睡觉", "摊主收入", "街上卫生", "停车位置")) {
            pro.add("赞成染坊街夜市，" + why);
            contra.add("反对染坊街夜市，" + why);
        }
        var one = groups(town(List.of(pro, OTHERS)));
        var other = groups(town(List.of(contra, OTHERS)));
        assertEquals(1, one.size());
        assertEquals(1, other.size());
        assertEquals(one.getFirst().shape(), other.getFirst().shape());
        assertEquals(heat(one), heat(other));
        assertEquals(one.getFirst().name(), other.getFirst().name(), "a name carries no side");
        var both = groups(town(List.of(pro, contra, OTHERS)));
        assertEquals(12, both.stream().mapToInt(group -> group.members().size()).max().orElse(0), "they are about the same thing, and one issue");
    }

    private static double heat(List<Group> groups) {
        return new Weighing(groups.getFirst().members(), Square.NOW, Square.ZONE).heat(groups.getFirst().places().different()).sum();
    }

    @Test void twoHundredCopiesChangeNothingAboutOtherIssues() {
        var quiet = town(List.of(HEATING, OTHERS));
        var before = groups(quiet).getFirst();
        long letter = quiet.said.size() + 1;
        for (int i = 0; i < 200; i++) quiet.says(5_000 + i, DAY, "支持修建高架桥", "高架桥建成以后上班只要二十分钟", letter, 0, false, Fate.OPEN);
        var after = groups(quiet).stream().filter(group -> group.name().contains("暖气")).findFirst().orElseThrow();
        assertEquals(before.members().stream().map(Saying::key).toList(), after.members().stream().map(Saying::key).toList());
        assertEquals(before.phrases(), after.phrases());
    }

    @Test void aLetterByFortyEightIsAnIssueAlsoWhenOthersOnlyNameTheSamePlace() {
        var square = town(List.of(OTHERS, ESTATE));
        for (int i = 0; i < 48; i++) square.says(100 + i, DAY, "云溪苑没有菜场", "", 900, 0, true, Fate.OPEN);
        var group = groups(square).stream().filter(one -> one.members().size() > 48).findFirst().orElseThrow();
        assertTrue(!group.gates().open(HotRules.CURRENT), "the texts share only the estate");
        assertEquals(HotIssue.Shape.ISSUE, group.shape(), "and yet it is what 48 people say");
    }

    @Test void whatCameInTheSameMonthOfTwoYearsIsExpectedInTheThird() {
        var persons = new TreeMap<LocalDate, Integer>();
        for (int year = 2024; year <= 2025; year++) {
            persons.put(LocalDate.of(year, 12, 1), 6);
            persons.put(LocalDate.of(year, 5, 1), 1);
        }
        var returns = Seasons.of(persons, Square.TODAY).orElseThrow();
        assertEquals(LocalDate.of(2026, 12, 1), returns.month());
        assertEquals(List.of(2024, 2025), returns.years());
        assertEquals(LocalDate.of(2026, 11, 1), returns.actFrom());
        assertTrue(Seasons.of(persons, LocalDate.of(2026, 6, 1)).isEmpty(), "half a year before it is not told");
        persons.remove(LocalDate.of(2024, 12, 1));
        assertTrue(Seasons.of(persons, Square.TODAY).isEmpty(), "once is no season");
    }
}
