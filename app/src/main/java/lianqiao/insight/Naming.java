package lianqiao.insight;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import lianqiao.base.Contribution;
import lianqiao.base.Signs;

/**
 * Finds the phrases that stand for an issue, in the words of its residents: pieces of text that many of them use and few others do. A phrase
 * that only one person used is never taken, so nobody's own words become the name.
 */
final class Naming {
    static final int MOST = 5;
    private static final int MOST_READ = 60;
    private static final int LONGEST = 8;
    private static final int MOST_WORDS = 3;
    private static final double LEAST_SHARE = 0.3;
    private static final double MOST_BESIDE = 0.7;
    private static final String NEVER_AT_AN_END = "的了在是和与及我你他她它们这那有到从对为被把给就都也还要请一不以于之而且或但很更最其等个没会能已由吗呢吧啊么上下中后前里外来去什怎为此该各两只将让使着过得地";
    /** Which side people take, and how they ask, says nothing about what it is about: a name carries no side. */
    private static final Pattern SIDE = Pattern.compile(".*(支持|赞成|同意|欢迎|好事|反对|抵制|拒绝|质疑|投诉|举报|反映|建议|希望|要求|请求|咨询|谢谢|感谢|尊敬|领导|support|agree|against|oppose|please).*");
    private static final Set<String> SMALL_WORDS = Set.of("the", "and", "for", "are", "was", "with", "that", "this", "have", "has", "our", "not", "been", "from", "they", "you",
            "your", "all", "can", "when", "there", "their", "which", "would", "please", "will", "but", "what", "about", "into", "any", "its", "who", "were", "out");

    /** What people write after the name of an estate: its third stage, house 14, its owners, what lies beside it. */
    private static final Pattern BESIDE_A_PLACE = Pattern.compile("(的)?(小区|楼盘|业主|物业|开发商|周边|附近|门口|门前|旁边|对面|路口|路段|社区|交房|[一二三四五六七八九十\\d]+(期|栋|号楼|单元)|[a-z]\\d+(区|县|栋)|(street|road|estate|park)\\b).*");
    private static final Pattern PLACE = Pattern.compile("..+(小区|花园|苑|家园|社区|新村|公寓|广场|大厦)");
    private static final Pattern NO_PLACE = Pattern.compile("..|[一二三四五六七八九十\\d]+(期|栋|号楼).*");
    private static final int LEAST_BESIDE = 2;
    private static final double LEAST_SHARE_BESIDE = 0.25;

    private final Map<String, Met> met = new HashMap<>();
    private final Vocabulary words;
    private final PlaceNames names;
    private int persons;

    private Naming(Vocabulary words, PlaceNames names) {
        this.words = words;
        this.names = names;
    }

    private static final class Met {
        final Set<Long> voices = new HashSet<>();
        final Set<Long> besideAPlace = new HashSet<>();
        final Map<Character, Integer> before = new HashMap<>();
        final Map<Character, Integer> after = new HashMap<>();
        final String written;
        int times;

        Met(String written) {
            this.written = written;
        }

        /** Whether it ends where a word ends: what stands beside it is not nearly always the same. */
        boolean isWhole() {
            return most(before) <= MOST_BESIDE * times && most(after) <= MOST_BESIDE * times;
        }

        /** Whether people write of it as they do of an estate. */
        boolean isPlace() {
            return besideAPlace.size() >= Math.max(LEAST_BESIDE, LEAST_SHARE_BESIDE * voices.size());
        }

        private static int most(Map<Character, Integer> beside) {
            return beside.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        }
    }

    /**
     * A phrase that many share.
     *
     * @param text as it is compared; @param written as somebody wrote it
     * @param isPlace whether people write of it as they do of a place
     */
    record Phrase(String text, String written, double weight, boolean isPlace) {}

    /** At most five, the strongest first; fewer where people share little. None touches a name that is known. */
    static List<Phrase> of(List<Contribution> messages, Vocabulary words, PlaceNames names) {
        var naming = new Naming(words, names);
        var read = messages.size() <= MOST_READ ? messages : spread(messages);
        naming.persons = (int) read.stream().map(Contribution::voice).distinct().count();
        for (var one : read) {
            naming.read(one.title(), one.voice());
            naming.read(Bag.beginning(one.text()), one.voice());
        }
        return naming.strongest();
    }

    private static List<Contribution> spread(List<Contribution> messages) {
        var few = new ArrayList<Contribution>(MOST_READ);
        for (int i = 0; i < MOST_READ; i++) few.add(messages.get((int) ((long) i * messages.size() / MOST_READ)));
        return few;
    }

    private void read(String text, long voice) {
        var signs = Signs.of(text);
        var taken = names.touched(signs);
        for (int from = 0; from < signs.length(); from++) if (isStart(signs, from) && !taken.get(from)) from(signs, text, from, voice, taken);
    }

    /** Every phrase that begins here: signs of a dense script and words beside them, or some words with spaces between. */
    private void from(Signs signs, String text, int from, long voice, BitSet taken) {
        boolean dense = false;
        int units = 0;
        for (int end = from; end < signs.length() && units < LONGEST; ) {
            if (signs.at(end) == Signs.SPACE && !dense) end++;
            if (end == signs.length() || !signs.isSign(end) || taken.get(end)) return;
            int next = next(signs, end);
            boolean isDense = Signs.isDense(signs.at(end));
            if (!isDense && !dense && (units == MOST_WORDS || SMALL_WORDS.contains(row(signs, end, next)))) return;
            dense |= isDense;
            units++;
            if (isPhrase(signs, from, end, next, dense ? units : 2)) meet(signs, text, from, next, voice);
            end = next;
        }
    }

    private static boolean isPhrase(Signs signs, int from, int last, int end, int units) {
        return units > 1 && end - from > 1 && NEVER_AT_AN_END.indexOf(signs.at(last)) < 0;
    }

    private static boolean isStart(Signs signs, int at) {
        if (!signs.isSign(at) || NEVER_AT_AN_END.indexOf(signs.at(at)) >= 0) return false;
        return Signs.isDense(signs.at(at)) || at == 0 || !signs.isSign(at - 1) || Signs.isDense(signs.at(at - 1));
    }

    private static int next(Signs signs, int at) {
        int end = at + 1;
        if (Signs.isDense(signs.at(at))) return end;
        while (end < signs.length() && signs.isSign(end) && !Signs.isDense(signs.at(end))) end++;
        return end;
    }

    private void meet(Signs signs, String text, int from, int end, long voice) {
        var one = met.computeIfAbsent(row(signs, from, end), _ -> new Met(text.substring(signs.from(from), signs.to(end - 1))));
        one.voices.add(voice);
        one.times++;
        if (BESIDE_A_PLACE.matcher(row(signs, end, Math.min(signs.length(), end + 4))).matches()) one.besideAPlace.add(voice);
        if (from > 0 && signs.isSign(from - 1)) one.before.merge(signs.at(from - 1), 1, Integer::sum);
        if (end < signs.length() && signs.isSign(end)) one.after.merge(signs.at(end), 1, Integer::sum);
    }

    private static String row(Signs signs, int from, int end) {
        var row = new StringBuilder(end - from);
        for (int i = from; i < end; i++) row.append(signs.at(i));
        return row.toString();
    }

    private List<Phrase> strongest() {
        int least = Math.max(persons >= 3 ? 3 : 2, (int) Math.ceil(LEAST_SHARE * persons));
        var phrases = met.entrySet().stream().filter(one -> one.getValue().voices.size() >= Math.min(least, persons) && one.getValue().isWhole() && !SIDE.matcher(one.getKey()).matches())
                .map(one -> new Phrase(one.getKey(), one.getValue().written, weight(one.getKey(), one.getValue().voices.size()), isPlace(one.getKey(), one.getValue())))
                .sorted(Comparator.comparingDouble((Phrase one) -> -one.weight).thenComparing(Phrase::text)).toList();
        var chosen = new ArrayList<Phrase>();
        for (var phrase : phrases) {
            if (chosen.size() == MOST) break;
            if (phrase.weight > 0 && chosen.stream().noneMatch(one -> overlap(one.text, phrase.text))) chosen.add(phrase);
        }
        return chosen;
    }

    private static boolean isPlace(String phrase, Met met) {
        return PLACE.matcher(phrase).matches() || met.isPlace() && !NO_PLACE.matcher(phrase).matches();
    }

    private double weight(String phrase, int voices) {
        double share = (double) voices / persons;
        double[] rare = {0};
        Pieces.of(Signs.of(phrase), (bucket, _, _) -> rare[0] += Math.max(words.rarity(bucket) / 10, words.rarity(bucket) - 1.5));
        return share * share * rare[0];
    }

    /** Whether two phrases share two signs next to each other, or a word. */
    private static boolean overlap(String one, String other) {
        for (var word : one.split(" ")) for (var also : other.split(" ")) if (word.equals(also)) return true;
        for (int i = 0; i + 2 <= one.length(); i++)
            if (Signs.isDense(one.charAt(i)) && Signs.isDense(one.charAt(i + 1)) && other.contains(one.substring(i, i + 2))) return true;
        return false;
    }
}
