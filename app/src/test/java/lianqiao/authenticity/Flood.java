package lianqiao.authenticity;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invented texts for the tests of this room. */
final class Flood {
    static final FoldRules RULES = FoldRules.CURRENT;
    static final String LETTER = "尊敬的领导，我们是石桥花园的业主。小区交付已经两年，承诺的地下车位至今没有开放，开发商把人防车位按产权车位高价出售，"
            + "业主只能把车停在消防通道上，老人和孩子出入非常危险。请住建部门核查车位性质，责令开发商兑现承诺，并公布核查结果。";
    private static final String SIGNS = "路灯公交学校医院物业噪声停车垃圾电梯漏水施工夜里老人孩子反映处理维修街道投诉多次影响出行安全车站时间晚上早上";
    private static final List<List<String>> SLOTS = List.of(
            List.of("听说街口要建垃圾转运站，", "公示说街口要修垃圾中转站，", "街口规划了一处垃圾转运点，"),
            List.of("离小学不到一百米，", "旁边就是小学的围墙，", "孩子上学每天都要经过，"),
            List.of("夏天气味会飘进教室，", "一到夏天臭味很大，", "天热时蚊虫谁也受不了，"),
            List.of("大车进进出出不安全，", "清运车会把路堵死，", "接送孩子很不方便，"),
            List.of("我们支持另行选址。", "我们支持换一个地方。", "我们支持重新论证。"));

    private Flood() {}

    /** A text of its own: signs in a random order. */
    static String own(int signs, long seed) {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (int i = 0; i < signs; i++) text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        return text.toString();
    }

    static String edited(String text, double share, long seed) {
        var random = new Random(seed);
        var edited = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) if (random.nextDouble() < share) edited.setCharAt(i, SIGNS.charAt(random.nextInt(SIGNS.length())));
        return edited.toString();
    }

    /** Messages of a template flood, each drawn anew. */
    static List<String> recombined(int many) {
        var random = new Random(11);
        var flood = new ArrayList<String>();
        for (int i = 0; i < many; i++) {
            var text = new StringBuilder();
            for (var slot : SLOTS) text.append(slot.get(random.nextInt(slot.size())));
            flood.add(text.toString());
        }
        return flood;
    }

    /** Takes all texts in, each by a voice of its own. */
    static CopyGroups grouped(List<String> texts) {
        var groups = new CopyGroups(RULES, 16, key -> texts.get((int) key));
        for (int i = 0; i < texts.size(); i++) groups.add(i, 1000 + i, texts.get(i));
        return groups;
    }
}
