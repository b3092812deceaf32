package lianqiao.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The lists of words behind the tiers: all of them stand on the page that uses them. */
final class DangerWords {
    /** Something that can kill. */
    static final List<WordRule> DANGER = rules("|爆炸|式 性 物品", "坍塌", "塌方", "塌陷", "倒塌", "漏气", "燃气泄漏", "煤气泄漏", "天然气泄漏", "煤气味",
            "接|触电|脑 视 话 影 子", "|漏电|费", "|起火|车 锅 炉", "看 坐 等 朝 对 沿 跟 载 挤 乘 赶 搭|着火|车 锅 炉 箭 腿 机", "失火", "|火灾|隐患 险 演", "冒烟", "坠落", "坠楼", "急坠", "下坠", "集 其|中毒|品 贩 瘾",
            "溺水", "|落水|管 口 斗", "持刀", "砍人", "捅人", "打人", "殴打", "家暴", "昏迷", "晕倒", "被困", "困在电梯", "高压线", "电线裸露", "断裂", "砸人", "砸伤",
            "gas leak", "smell of gas", "explosion", "collapse", "collapsing", "electric shock", "live wire", "on fire", "in flames", "smoke", "drowning", "poisoned",
            "knife", "unconscious", "trapped", "falling bricks", "beaten");
    /** It is there now. */
    static final List<WordRule> PRESENCE = rules("现在", "正在", "刚才", "刚刚", "刚", "随时", "已经", "开裂", "冒烟", "掉下", "今晚", "今早", "马上", "此刻", "仍在", "还在", "一直在", "眼看", "快要", "不断", "有人",
            "now", "right now", "just", "already", "at any moment", "any minute", "tonight", "this morning", "still", "is");
    /** Only supposed: what if. */
    static final List<WordRule> HYPOTHESIS = rules("如果", "万一", "要是", "一旦", "倘若", "假如", "若是", "会不会", "是否会", "以防", "谨防", "录 图 摄 影 画 偶 头|像|头 素", "仿佛", "好比", "演练", "曾经", "以前", "去年", "前年",
            "if", "in case", "might", "what if", "would be", "as though", "last year", "drill");
    /** A person is told at once. */
    static final List<WordRule> SELF_HARM = rules("年|轻生|", "|自杀|式", "|跳楼|价 机 甩", "不想活", "活不下去", "了结自己", "结束生命", "割腕", "suicide", "kill myself", "end my life", "do not want to live", "don't want to live");
    /** Cannot wait for its turn. */
    static final List<WordRule> SOON = rules("|停水|泥 果", "断水", "没有水用", "|停电|动 瓶 梯 脑 费", "断电", "停气", "断气", "停暖", "没有暖气", "暖气不热", "暖气停", "拖欠工资", "欠薪", "讨薪", "不发工资", "工资没发", "血汗钱", "污水倒灌",
            "污水横流", "食物中毒", "刺鼻", "发臭的水", "自来水发黄", "自来水浑", "救护车", "无法透析", "no water", "water is cut", "power cut", "no electricity", "no heating", "heating is off",
            "unpaid wages", "not been paid", "sewage", "food poisoning");
    /** A date that comes within days, and what ends then: both in one sentence. */
    static final List<WordRule> DATE = rules("今天", "明天", "后天", "本周", "这周", "周末前", "三天内", "两天内", "一周内", "today", "tomorrow", "this week", "within days");
    static final List<WordRule> ENDS = rules("截止", "到期", "过期", "报名结束", "开学", "开庭", "手术", "强拆", "拆除", "断供", "deadline", "expires", "ends", "surgery", "hearing");
    /** Who is affected, if the text says so. It never comes from an account. */
    static final List<WordRule> VULNERABLE = rules("老人", "老年人", "高龄", "独居", "孩子", "小孩", "儿童", "婴儿", "孕妇", "残疾", "盲人", "轮椅", "病人", "患者", "透析", "癌症", "瘫痪", "重病", "低保",
            "elderly", "children", "child", "baby", "pregnant", "disabled", "wheelchair", "blind", "patient", "seriously ill");

    private DangerWords() {}

    /** Each as {@code word}, or as {@code before|word|after}: no such word where one of these letters stands before or after it. */
    private static List<WordRule> rules(String... written) {
        var rules = new ArrayList<WordRule>();
        for (var one : written) {
            var parts = one.split("\\|", -1);
            rules.add(parts.length == 1 ? new WordRule(one, List.of(), List.of()) : new WordRule(parts[1], list(parts[0]), list(parts[2])));
        }
        return List.copyOf(rules);
    }

    private static List<String> list(String letters) {
        return Stream.of(letters.split(" ")).filter(one -> !one.isEmpty()).toList();
    }
}
