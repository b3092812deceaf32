package lianqiao.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the lists of words take for danger, and what they must not. */
class UrgencyTest {
    private static Tier tier(String text) {
        return Pressing.read(text).tier();
    }

    @ParameterizedTest @ValueSource(strings = {"三单元楼道里现在燃气泄漏，味道很大。", "配电箱正在冒烟，没有人来。", "围墙已经开裂，随时坍塌！", "刚才有人持刀追赶路人。", "电梯刚刚急坠两层，里面还有老人。", "隔壁仓库起火，火已经烧到二楼。",
            "There is a gas leak in the stairwell right now.", "Our balcony is on fire, smoke everywhere, just now!"})
    void aDangerThatIsThereNowComesFirst(String text) {
        assertEquals(Tier.NOW, tier(text), text);
    }

    @ParameterizedTest @ValueSource(strings = {"孩子每天看着火车站的大钟，现在钟停了。", "我们正在等着火锅店开门。", "沿着火车道已经种了树。", "超市集中毒品宣传的牌子已经旧了。", "刚接触电脑的老人不会用。", "这条路随时停电动车，走不过去。", "跳楼价促销的喇叭现在很吵。",
            "The fire station road is still closed.", "We just cannot stand the noise of the drill."})
    void lettersOfTwoWordsAreNotOne(String text) {
        assertEquals(Tier.LATER, tier(text), text);
        assertFalse(Pressing.read(text).selfHarm(), text);
    }

    @ParameterizedTest @ValueSource(strings = {"消防通道被堵，万一起火，现在谁也跑不出来。", "如果燃气泄漏，正在睡觉的人怎么办？", "线这么乱，一旦漏电马上出事。", "If there was an explosion now, nobody could get out."})
    void whatIfIsNotNow(String text) {
        assertEquals(Tier.LATER, tier(text), text);
    }

    @Test void dangerAndPresenceStandInOneSentence() {
        assertEquals(Tier.LATER, tier("这里发生过坠落。门口的树现在要修剪。"), "two sentences, two things");
        assertEquals(Tier.NOW, tier("门口的树现在要修剪。脚手架上的板子正在坠落！"));
        assertEquals(Tier.NOW, tier("如果没人管就算了。煤气泄漏，味道现在还在。"), "the supposition is another sentence");
    }

    @Test void whatCannotWaitIsSoon() {
        assertEquals(Tier.SOON, tier("全小区停水三天了。"));
        assertEquals(Tier.SOON, tier("老板拖欠工资半年。"));
        assertEquals(Tier.SOON, tier("材料明天截止，窗口却关了。"));
        assertEquals(Tier.SOON, tier("There is no water on the third floor."));
        assertEquals(Tier.LATER, tier("停车位不够。"));
        assertEquals(Tier.LATER, tier("明天我还会再来。"));
    }

    @Test void wordsOfSelfHarmGoToAPersonWhateverElseTheySay() {
        assertTrue(Pressing.read("他说不想活了，请你们快找他谈谈。").selfHarm());
        assertTrue(Pressing.read("如果再不给说法，我就去跳楼。").selfHarm(), "a supposition takes nothing back here");
        assertFalse(Pressing.read("年轻生活丰富多彩。").selfHarm());
    }

    @Test void theReasonIsWordsOfTheListAndTheSentenceThatDecided() {
        var text = "标题\n你们好。三单元现在燃气泄漏，老人走不动。谢谢。";
        var found = Pressing.read(text);
        assertEquals(List.of("燃气泄漏", "现在"), found.signs());
        assertEquals("三单元现在燃气泄漏，老人走不动。", text.substring(found.from(), found.to()));
        assertTrue(found.vulnerable());
    }

    @Test void whatSomebodyThinksOfAMeasureChangesNothing() {
        for (var text : List.of("%s在石榴桥建停车场。现在车位不够，孩子过马路不安全。", "%s取消公交专用道，路口正在冒烟的配电箱也请看看。")) {
            assertEquals(Pressing.read(text.formatted("我支持")), Pressing.read(text.formatted("我反对")), text);
        }
    }
}
