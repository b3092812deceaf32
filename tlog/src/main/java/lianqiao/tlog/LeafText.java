package lianqiao.tlog;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * What an entry of a Lianqiao log says (docs/log-format.md, version 1). Only what monitors look at is named here; an entry of
 * another version is kept and nothing is read into it. Immutable and thread-safe.
 *
 * @param event what happened, field {@code ev}
 * @param caseNumber of which case, field {@code case}; empty when it is about none
 * @param time when, by the office's books, field {@code t}, in seconds since 1970
 * @param imported whether it is the beginning of a case taken over from an earlier system, with the times of then
 */
public record LeafText(String event, String caseNumber, long time, boolean imported) {
    private static final String VERSION = "1";

    /** Reads an entry; one that is not canonical JSON of version 1 with event and time is refused. */
    public static Outcome<LeafText> read(byte[] entry) {
        var text = new String(entry, StandardCharsets.UTF_8);   // what is not UTF-8 reads as U+FFFD and cannot be the same bytes again
        if (text.indexOf('\ufffd') >= 0 && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), entry)) return Outcome.refused(Means.FORMAT, "an entry that is not UTF-8");
        return CanonicalJson.fields(text).filter(fields -> VERSION.equals(fields.get("v"))).flatMap(LeafText::read).map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Means.FORMAT, "an entry that is no leaf of version " + VERSION));
    }

    private static Optional<LeafText> read(Map<String, Object> fields) {
        if (!(fields.get("ev") instanceof String event) || !(fields.get("t") instanceof String time)) return Optional.empty();
        boolean imported = event.equals("CaseReceived") && fields.get("facts") instanceof Map<?, ?> facts && "import".equals(facts.get("channel"));
        try {
            return Optional.of(new LeafText(event, fields.get("case") instanceof String number ? number : "", seconds(time), imported));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The form leaves are written in, {@code 2027-03-01T12:00:00Z}, is read ten times faster than any other the standard allows. */
    private static long seconds(String time) {
        if (time.length() != 20 || time.charAt(10) != 'T' || time.charAt(19) != 'Z' || time.charAt(4) != '-' || time.charAt(7) != '-' || time.charAt(13) != ':' || time.charAt(16) != ':') {
            return OffsetDateTime.parse(time).toEpochSecond();
        }
        long day = LocalDate.of(number(time, 0, 4), number(time, 5, 7), number(time, 8, 10)).toEpochDay();
        return day * 86_400 + LocalTime.of(number(time, 11, 13), number(time, 14, 16), number(time, 17, 19)).toSecondOfDay();
    }

    private static int number(String time, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            if (time.charAt(i) < '0' || time.charAt(i) > '9') throw new DateTimeException("no digit");
            number = number * 10 + time.charAt(i) - '0';
        }
        return number;
    }
}
