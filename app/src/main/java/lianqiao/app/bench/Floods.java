package lianqiao.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Makes the messages of a flood, each by drawing one way to fill every place of a template. */
record Floods(Map<String, Function<Random, String>> byName) {
    private static final int LEAST_OWN = 40;
    private static final int MOST_OWN = 70;
    /** The innermost choice of a pattern: (one|two|). */
    private static final Pattern CHOICE = Pattern.compile("\\(([^()]*)\\)");

    /** The invented ones of resource {@code bench/floods.txt}. */
    static Floods invented(Edits own) {
        var floods = new LinkedHashMap<String, List<List<String>>>();
        var places = new ArrayList<List<String>>();
        for (var line : lines()) {
            if (line.startsWith("#") || line.isBlank()) continue;
            if (line.startsWith("== ")) floods.put(line.substring(3), places = new ArrayList<>());
            else places.add(List.of(line.split("\\|")));
        }
        var makers = new LinkedHashMap<String, Function<Random, String>>();
        floods.forEach((name, template) -> makers.put(name, random -> filled(template, own, random)));
        return new Floods(makers);
    }

    /** The campaign of the real consultation whose copies were drawn from patterns, by those patterns. */
    static Function<Random, String> recorded(String campaigns) {
        var patterns = new JsonMapper().readTree(campaigns).get("madlib_campaigns").get(0).get("sentence_patterns");
        var sentences = new ArrayList<String>();
        patterns.forEach(pattern -> sentences.add(pattern.asString().replace("[Uu]", "u").replace("\\.", ".")));
        return random -> {
            var text = new StringBuilder();
            sentences.forEach(sentence -> text.append(drawn(sentence, random)).append(' '));
            return text.toString();
        };
    }

    private static String filled(List<List<String>> template, Edits own, Random random) {
        var text = new StringBuilder();
        for (var ways : template) {
            var way = ways.get(random.nextInt(ways.size()));
            text.append(way.equals("*") ? own.piece(LEAST_OWN + random.nextInt(MOST_OWN - LEAST_OWN + 1), random) : way);
        }
        return text.toString();
    }

    private static String drawn(String pattern, Random random) {
        var text = pattern;
        for (var choice = CHOICE.matcher(text); choice.find(); choice = CHOICE.matcher(text)) {
            var ways = choice.group(1).split("\\|", -1);
            text = choice.replaceFirst(Matcher.quoteReplacement(ways[random.nextInt(ways.length)]));
        }
        return text;
    }

    private static List<String> lines() {
        try (var in = Objects.requireNonNull(Floods.class.getResourceAsStream("/bench/floods.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
