package lianqiao.insight;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lianqiao.base.Contribution;
import lianqiao.base.Signs;

/**
 * Learns names of estates, roads and schools that no table has: a word for such a place with two to five signs before it, in front of which
 * different signs stand, used by three persons at least. Texts are gone through twice, so that what occurs once costs nothing.
 */
final class PlaceLearning {
    private static final int LEAST_PERSONS = 3;
    private static final double LEAST_BITS = 1;
    private static final int SHORTEST_LEFT = 2;
    private static final int LONGEST_LEFT = 5;
    private static final List<String> DENSE = List.of("小区", "花园", "苑", "府", "城", "湾", "郡", "路", "大道", "街", "巷", "村", "组", "社区", "街道", "镇", "乡", "学校", "小学", "中学", "医院",
            "市场", "广场", "公园", "站", "号线", "路公交", "湖", "家园", "新城", "公寓", "大厦", "大桥");
    private static final Set<String> WORDS = Set.of("street", "road", "avenue", "lane", "square", "park", "school", "hospital", "estate", "station", "village", "bridge", "court", "gardens");
    /** Before a name like a boundary; those for a measure and those against it alike, or a side could change what a place is. */
    private static final List<String> BEFORE = List.of("赞成", "支持", "同意", "欢迎", "感谢", "反对", "抵制", "拒绝", "质疑", "投诉", "举报", "反映", "建议", "希望", "要求", "关于", "请求", "咨询");
    private static final String DIVISIONS = "市区县州省";
    private static final String NOT_A_NAME = "的了在是和与及我你他们这那有到从对为被把给就都也还要请个一";

    /** A name's first part is seldom met without it; of "refuse station" it often is. */
    private static final double LEAST_OWN = 0.3;
    private static final String GOVERNMENT = "政府";

    private final int[] often = new int[1 << 22];
    private final int[] pieces = new int[Pieces.BUCKETS];
    private final Map<String, Met> met = new HashMap<>();

    /** Names among these texts; the order of the texts does not matter. */
    static Set<String> from(Collection<Contribution> said) {
        var learning = new PlaceLearning();
        said.forEach(one -> learning.each(one, (name, _, _) -> learning.often[slot(name)]++));
        said.forEach(learning::countPieces);
        said.forEach(one -> learning.each(one, learning::meet));
        return learning.names();
    }

    private interface Sink {
        void meet(String name, char before, long voice);
    }

    private static final class Met {
        final Set<Long> voices = new HashSet<>();
        final Map<Character, Integer> before = new HashMap<>();
        int times;

        boolean isName() {
            double bits = 0;
            for (int count : before.values()) bits -= (double) count / times * Math.log((double) count / times) / Math.log(2);
            return voices.size() >= LEAST_PERSONS && bits >= LEAST_BITS;
        }
    }

    private void meet(String name, char before, long voice) {
        if (often[slot(name)] < LEAST_PERSONS) return;
        var one = met.computeIfAbsent(name, _ -> new Met());
        one.times++;
        // Where a text or a sentence begins, a name begins too: each time it counts as another neighbour.
        one.before.merge(before == Signs.BREAK ? (char) (0xE000 + one.times % 0x1000) : before, 1, Integer::sum);
        if (one.voices.size() < LEAST_PERSONS) one.voices.add(voice);
    }

    /** Of two names of which one ends in the other, the longer stays if it is more than half of all. */
    private Set<String> names() {
        var names = new TreeSet<String>();
        met.forEach((name, one) -> {
            if (!one.isName() || name.endsWith(GOVERNMENT) || one.times < LEAST_OWN * leftPart(name)) return;
            for (int cut = 1; cut < name.length(); cut++) {
                var shorter = met.get(name.substring(cut));
                if (shorter != null && shorter.isName() && one.times * 2 < shorter.times) return;
            }
            names.add(name);
        });
        return names;
    }

    private void countPieces(Contribution said) {
        Pieces.of(Signs.of(said.title()), (bucket, _, _) -> pieces[bucket]++);
        Pieces.of(Signs.of(Bag.beginning(said.text())), (bucket, _, _) -> pieces[bucket]++);
    }

    /** How often the rarest piece before the word for the place is met. */
    private int leftPart(String name) {
        var suffix = DENSE.stream().filter(name::endsWith).max(java.util.Comparator.comparingInt(String::length)).orElse("");
        int[] least = {Integer.MAX_VALUE};
        Pieces.of(Signs.of(name.substring(0, name.length() - suffix.length())), (bucket, _, _) -> least[0] = Math.min(least[0], pieces[bucket]));
        return least[0] == Integer.MAX_VALUE ? 0 : least[0];
    }

    private void each(Contribution said, Sink sink) {
        each(Signs.of(said.title()), said.voice(), sink);
        each(Signs.of(Bag.beginning(said.text())), said.voice(), sink);
    }

    private static void each(Signs signs, long voice, Sink sink) {
        var row = new char[signs.length()];
        for (int i = 0; i < row.length; i++) row[i] = signs.at(i);
        for (int end = SHORTEST_LEFT; end <= row.length; end++) {
            if (Signs.isDense(row[end - 1])) dense(row, end, voice, sink);
            else if (signs.isSign(end - 1) && (end == row.length || !signs.isSign(end))) word(row, end, voice, sink);
        }
    }

    private static void dense(char[] row, int end, long voice, Sink sink) {
        for (var suffix : DENSE) {
            int from = end - suffix.length();
            if (from < SHORTEST_LEFT || !isAt(row, from, suffix)) continue;
            for (int left = 1; left <= LONGEST_LEFT && from - left >= 0 && isInName(row, from - left); left++) {
                boolean begins = from == left || isAfterAWord(row, from - left);
                if (left >= SHORTEST_LEFT) sink.meet(new String(row, from - left, end - from + left), begins ? Signs.BREAK : row[from - left - 1], voice);
                if (begins) break;
            }
        }
    }

    /** One or two words before a word for a place. */
    private static void word(char[] row, int end, long voice, Sink sink) {
        int from = begin(row, end);
        if (!WORDS.contains(new String(row, from, end - from))) return;
        for (int words = 0; words < 2 && from > 1 && row[from - 1] == Signs.SPACE; words++) {
            from = begin(row, from - 1);
            sink.meet(new String(row, from, end - from), from > 1 ? row[begin(row, from - 1)] : Signs.BREAK, voice);
        }
    }

    private static int begin(char[] row, int end) {
        int from = end;
        while (from > 0 && row[from - 1] > Signs.SPACE) from--;
        return from;
    }

    private static boolean isAfterAWord(char[] row, int at) {
        for (var word : BEFORE) if (at >= word.length() && isAt(row, at - word.length(), word)) return true;
        return false;
    }

    /** Letters that stand for a district (A3区) are no part of the name after them. */
    private static boolean isInName(char[] row, int at) {
        char sign = row[at];
        boolean isDivision = DIVISIONS.indexOf(sign) >= 0 && at > 0 && row[at - 1] > Signs.SPACE && !Signs.isDense(row[at - 1]);
        return sign > Signs.SPACE && NOT_A_NAME.indexOf(sign) < 0 && !isDivision;
    }

    private static boolean isAt(char[] row, int from, String suffix) {
        return Arrays.equals(row, from, from + suffix.length(), suffix.toCharArray(), 0, suffix.length());
    }

    private static int slot(String name) {
        int hash = name.hashCode() * 0x9E3779B1;
        return (hash ^ hash >>> 15) >>> 10;
    }
}
