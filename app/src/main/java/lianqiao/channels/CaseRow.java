package lianqiao.channels;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lianqiao.base.Outcome;
import org.jspecify.annotations.Nullable;

/** One row of a file of cases, read and checked: which columns it may have is written in {@code docs/importing.md}. */
record CaseRow(String id, String title, String text, Instant receivedAt, @Nullable String answer, Instant answeredAt,
               String service, String area, String office, String kind) {
    /** Each column by every name it may go by, lower case. */
    static final Map<String, List<String>> NAMES = Map.of(
            "id", List.of("id", "msg_id", "service_request_id", "编号", "留言编号"),
            "title", List.of("title", "主题", "标题", "留言主题"),
            "text", List.of("text", "body", "description", "内容", "留言详情"),
            "received", List.of("received_at", "time", "requested_datetime", "留言时间", "受理时间"),
            "answer", List.of("answer", "reply", "status_notes", "答复", "答复意见"),
            "answered", List.of("answered_at", "reply_time", "答复时间"),
            "service", List.of("service", "service_code", "事项"),
            "area", List.of("area", "area_code", "区域"),
            "office", List.of("office", "agency_responsible", "承办单位"),
            "kind", List.of("kind", "类型"));

    private static final int MOST_TITLE = 200;
    private static final int MOST_TEXT = 20_000;
    private static final DateTimeFormatter LOOSE = DateTimeFormatter.ofPattern("[yyyy-M-d][yyyy/M/d][yyyy年M月d日]['T'][ ][H:mm[:ss]]");

    /** Reads a row; {@code cell} gives the text of a column or nothing when the file has no such column. */
    static Outcome<CaseRow> read(Function<String, Optional<String>> cell, ZoneId zone, Instant now) {
        Function<String, String> text = column -> cell.apply(column).map(CaseRow::clean).orElse("");
        for (var column : List.of("id", "title", "text", "received")) {
            if (text.apply(column).isEmpty()) return Outcome.refused("channels.import.empty", column);
        }
        for (var column : NAMES.keySet()) if (text.apply(column).indexOf('\uFFFD') >= 0) return Outcome.refused("channels.import.broken", column);
        if (text.apply("title").length() > MOST_TITLE) return Outcome.refused("channels.import.too-long", "title", Integer.toString(MOST_TITLE));
        for (var column : List.of("text", "answer")) {
            if (text.apply(column).length() > MOST_TEXT) return Outcome.refused("channels.import.too-long", column, Integer.toString(MOST_TEXT));
        }
        return times(text, zone, now);
    }

    private static Outcome<CaseRow> times(Function<String, String> text, ZoneId zone, Instant now) {
        var received = instant(text.apply("received"), zone);
        if (received.isEmpty()) return Outcome.refused("channels.import.time", "received", text.apply("received"));
        if (received.get().isAfter(now)) return Outcome.refused("channels.import.future", "received", text.apply("received"));
        var answer = text.apply("answer");
        var answered = answer.isEmpty() ? received : instant(text.apply("answered"), zone);
        if (answered.isEmpty()) return Outcome.refused("channels.import.time", "answered", text.apply("answered"));
        if (answered.get().isBefore(received.get()) || answered.get().isAfter(now)) return Outcome.refused("channels.import.order", text.apply("answered"));
        return Outcome.done(new CaseRow(text.apply("id"), text.apply("title"), text.apply("text"), received.get(),
                answer.isEmpty() ? null : answer, answered.get(), text.apply("service"), text.apply("area"), text.apply("office"), text.apply("kind")));
    }

    private static Optional<Instant> instant(String typed, ZoneId zone) {
        try {
            if (typed.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")) return Optional.of(OffsetDateTime.parse(typed.replace(' ', 'T')).toInstant());
            var read = LOOSE.parseBest(typed, LocalDateTime::from, LocalDate::from);
            var local = read instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) read;
            return Optional.of(local.atZone(zone).toInstant());
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }

    /** Without control characters (a NUL among them), which no database and no page can hold; lines and tabs stay. */
    static String clean(String text) {
        var kept = new StringBuilder();
        text.codePoints().filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c)).forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    /** The names that a file's own heading {@code name} may stand for; empty when the column is not used. */
    static Optional<String> columnNamed(String name) {
        var lower = name.strip().toLowerCase(Locale.ROOT);
        return NAMES.entrySet().stream().filter(e -> e.getValue().contains(lower)).map(Map.Entry::getKey).findFirst();
    }

    static String[] split(String words) {
        return Arrays.stream(words.split("[\\s,，;；、]+")).filter(w -> w.length() > 1 || !w.isEmpty() && w.codePointAt(0) > 255).toArray(String[]::new);
    }
}
