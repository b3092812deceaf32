package lianqiao.insight;

import java.util.List;

/** Which sentences propose something that could be done: words that ask, words that name a measure, and enough to go on. */
final class Proposal {
    private static final int SHORTEST = 10;
    private static final int LONGEST = 160;
    private static final List<String> ASKS = List.of("建议", "希望", "能否", "能不能", "可否", "可以", "是否可以", "应该", "应当", "最好", "不妨", "何不", "恳请", "请求", "提议", "呼吁",
            "suggest", "propose", "could you", "could we", "why not", "should", "it would help", "please consider", "i recommend");
    private static final List<String> MEASURES = List.of("增设", "增加", "加装", "安装", "加设", "设置", "设立", "改为", "改成", "改造", "调整", "延长", "缩短", "优化", "开通", "增开", "新建", "修建", "建设", "规划", "拓宽", "划定", "施划", "错峰", "分时", "引入", "推行",
            "推广", "试行", "统一", "公示", "公开", "合并", "简化", "取消", "限行", "限速", "隔离", "绿化", "照明", "共享", "预约", "培训", "补贴", "开放", "搬迁", "换成", "做成", "利用", "配备", "加密", "实行", "制定",
            "install", "add ", "build", "extend", "shorten", "move ", "open ", "close ", "widen", "replace", "publish", "introduce", "paint", "plant", "provide", "allow", "limit", "turn into", "share ", "set up");
    /** Asking for attention is no measure. */
    private static final List<String> EMPTY = List.of("重视", "尽快解决", "给个说法", "给予答复", "尽快答复", "早日解决", "关注此事", "核实", "加强监管", "加大力度");

    private Proposal() {}

    /** Whether the sentence, as written, is one. */
    static boolean isOne(String sentence) {
        if (sentence.length() < SHORTEST || sentence.length() > LONGEST) return false;
        var small = sentence.toLowerCase(java.util.Locale.ROOT);
        int asked = first(ASKS, small);
        if (asked < 0) return false;
        int measure = first(MEASURES, small.substring(asked));
        return measure >= 0 && (first(EMPTY, small) < 0 || sentence.length() > 2 * SHORTEST + 8);
    }

    private static int first(List<String> words, String sentence) {
        int first = -1;
        for (var word : words) {
            int at = sentence.indexOf(word);
            if (at >= 0 && (first < 0 || at < first)) first = at;
        }
        return first;
    }
}
