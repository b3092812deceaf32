package lianqiao.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import lianqiao.base.Language;

/**
 * Texts that behave like people's: few words are frequent and many are rare (Zipf), nine of ten are Chinese, and a long
 * tail of invented names of streets grows with the corpus. Thread-safe; chance is handed in.
 */
final class CorpusText {
    private static final String SIGNS = "云柳榴石桥溪松梅兰竹菊桂杏桃梨枫榆槐荷莲清安和平永宁福泰康乐春秋晨霞星月山海湖泉江岭东西南北新文学光明华盛";
    private static final List<String> ENDS = List.of("路", "巷", "里", "苑", "街", "桥", "村", "花园");
    private static final int NAMES = 12_000;

    private final List<String> chinese;
    private final List<String> english;
    private final double[] chineseShares;
    private final double[] englishShares;

    CorpusText() {
        try (var in = Objects.requireNonNull(CorpusText.class.getResourceAsStream("/bench/words.txt"))) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList();
            chinese = withNames(List.of(lines.get(0).split(" ")));
            english = List.of(lines.get(1).split(" "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        chineseShares = zipf(chinese.size());
        englishShares = zipf(english.size());
    }

    private static List<String> withNames(List<String> words) {
        var all = new ArrayList<>(words);
        var random = new Random(7);
        for (int i = 0; i < NAMES; i++) all.add(sign(random) + sign(random) + ENDS.get(random.nextInt(ENDS.size())));
        return List.copyOf(all);
    }

    private static String sign(Random random) {
        int at = random.nextInt(SIGNS.length());
        return SIGNS.substring(at, at + 1);
    }

    private static double[] zipf(int words) {
        var shares = new double[words];
        double sum = 0;
        for (int i = 0; i < words; i++) shares[i] = sum += 1.0 / (i + 5);
        for (int i = 0; i < words; i++) shares[i] /= sum;
        return shares;
    }

    Language language(Random random) {
        return random.nextInt(10) == 0 ? Language.EN : Language.ZH;
    }

    private String word(Language language, Random random) {
        var shares = language == Language.ZH ? chineseShares : englishShares;
        int at = Arrays.binarySearch(shares, random.nextDouble());
        return (language == Language.ZH ? chinese : english).get(Math.min(at < 0 ? -at - 1 : at, shares.length - 1));
    }

    /** About fifteen characters. */
    String title(Language language, Random random) {
        var title = words(language, random, language == Language.ZH ? 6 : 5, 2);
        return title.length() <= 58 ? title : title.substring(0, 58).strip();
    }

    /** About 80 to 200 characters in two to five sentences. */
    String text(Language language, Random random) {
        var text = new StringBuilder();
        int sentences = 3 + random.nextInt(4);
        for (int i = 0; i < sentences; i++) text.append(words(language, random, 9, 4)).append(language == Language.ZH ? "。" : ". ");
        return text.toString().strip();
    }

    private String words(Language language, Random random, int about, int spread) {
        var words = new StringBuilder();
        int count = about + random.nextInt(2 * spread + 1) - spread;
        for (int i = 0; i < count; i++) {
            if (i > 0) words.append(language == Language.EN ? " " : random.nextInt(4) == 0 ? "的" : random.nextInt(9) == 0 ? "，" : "");
            words.append(word(language, random));
        }
        return words.toString();
    }

    /** What somebody types into the search box: one or two words as they occur in texts. */
    String question(Random random) {
        var language = language(random);
        return random.nextInt(5) < 3 ? word(language, random) : word(language, random) + " " + word(language, random);
    }
}
