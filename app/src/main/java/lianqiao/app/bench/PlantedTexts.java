package lianqiao.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianqiao.base.Contribution;
import lianqiao.base.Contribution.Kind;
import lianqiao.base.Language;
import org.apache.commons.csv.CSVRecord;

/** The real messages with likes as contributions, in the order of time, and invented ones planted among them. Never written anywhere. */
final class PlantedTexts {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy[-][/]M[-][/]d H:m[:s]");

    private final List<Contribution> said = new ArrayList<>();
    private final List<String> subjects = lines();

    PlantedTexts(RealTexts texts) {
        var rows = texts.rows("civic-messages/messages-with-likes.csv").stream().sorted(Comparator.comparing(PlantedTexts::at)).toList();
        for (var row : rows) add(row.get("title"), row.get("body"), at(row), row.get("user").hashCode(), false, Integer.parseInt(row.get("likes")));
    }

    private PlantedTexts(List<Contribution> from) {
        said.addAll(from);
    }

    PlantedTexts copy() {
        return new PlantedTexts(said);
    }

    List<Contribution> said() {
        return said;
    }

    Contribution add(String title, String text, Instant at, long voice, boolean verified, int likes) {
        long key = said.size() + 1;
        var one = new Contribution(key, Kind.CASE, String.valueOf(key), "", Language.of(title + text), title, text, at, voice, verified, false, likes, "", "");
        said.add(one);
        return one;
    }

    Instant last() {
        return said.stream().map(Contribution::at).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** The subject of each message that has one, by the first whose words stand in its title. */
    Map<Long, Integer> labels() {
        var labels = new HashMap<Long, Integer>();
        for (var one : said)
            for (int i = subjects.size() - 1; i >= 0; i--)
                for (var word : subjects.get(i).split("\\|")) if (one.title().contains(word)) labels.put(one.key(), i);
        return labels;
    }

    private static Instant at(CSVRecord row) {
        return LocalDateTime.parse(row.get("time").strip(), WRITTEN).atZone(ZONE).toInstant();
    }

    private static List<String> lines() {
        try (var in = java.util.Objects.requireNonNull(PlantedTexts.class.getResourceAsStream("/bench/subjects.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
