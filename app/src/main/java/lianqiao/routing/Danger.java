package lianqiao.routing;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Words that can mean danger to life. It is a safety net that rather barks too often: where it barks nothing is selected
 * beforehand, so that a person reads the message; nothing else follows from it.
 */
final class Danger {
    /** What must not be taken for a word of the list, because it only holds its signs. */
    private static final Pattern BESIDE = Pattern.compile("着火车|没着火车|爆炸式|爆炸性新闻");
    private static final Pattern WORDS = Pattern.compile(String.join("|", List.of(
            "爆炸", "坍塌", "倒塌", "垮塌", "塌方", "塌陷", "漏气", "燃气泄[漏露]", "煤气", "天然气味", "触电", "漏电", "电线(掉|断|裸露|垂)", "起火", "着火", "火灾", "冒烟", "坠落", "坠楼", "高空抛物",
            "中毒", "溺水", "落水", "被困", "持刀", "砍人", "打人", "家暴", "虐待", "失踪", "走失", "轻生", "自杀", "跳楼", "跳河", "不想活", "割腕", "昏迷", "晕倒", "救命", "生命危险",
            "(?i:\\bexplo(?:sion|d)\\w*|\\bcollaps\\w+|\\bgas (?:leak|smell)\\w*|\\bsmell(?:s|ing)? (?:of )?gas|\\belectrocut\\w+|\\blive wires?|\\bon fire\\b|\\bsmok(?:e|ing) from|\\bpoison\\w+|\\bdrown\\w*|\\btrapped\\b|\\bknife\\b|"
                    + "\\bmissing child\\w*|\\bsuicid\\w+|\\bkill (?:myself|himself|herself)|\\bunconscious\\b|\\blife[- ]threatening)")));

    private Danger() {}

    /** Whether a word of the list stands in the text. */
    static boolean isNamedIn(String text) {
        return WORDS.matcher(BESIDE.matcher(text).replaceAll("…")).find();
    }
}
