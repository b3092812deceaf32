package lianqiao.app.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lianqiao.base.Language;
import lianqiao.cases.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of {@code town/cases.jsonl}: what a resident of the invented city wrote, and what became of it. Days are
 * fractions of 24 hours; {@code daysAgo} counts back from the moment the city is filled.
 *
 * @param lang {@code zh} or {@code en}
 * @param concerns the office a report of wrongdoing is about
 */
record DemoStory(
        String id, double daysAgo, Kind kind, String service, String area, @Nullable String address, @Nullable Double lat,
        @Nullable Double lng, String channel, String lang, boolean confidential, @Nullable String concerns, String title,
        String text, List<Told> acts) {
    private static final JsonMapper JSON = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    /**
     * One act, {@code after} days after receipt; which of the other parts are there depends on the act. In a text,
     * {@code {+3}} stands for the day three days after the act and {@code {-1}} for the day before it.
     */
    record Told(
            String act, double after, @Nullable String text, @Nullable String office, @Nullable List<String> co,
            @Nullable String reason, @Nullable String limit, @Nullable String how, @Nullable String solved, int attitude,
            int speed, int revisitAfter, @Nullable String ground, @Nullable String into, @Nullable String to, @Nullable String passage, @Nullable String content) {}

    Language language() {
        return lang.equals("zh") ? Language.ZH : Language.EN;
    }

    /** The stories of a file, one JSON object a line, in the order in which they were told. */
    static List<DemoStory> read(InputStream file) {
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank()).map(line -> JSON.readValue(line, DemoStory.class)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
