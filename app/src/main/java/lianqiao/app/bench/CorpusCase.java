package lianqiao.app.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of one invented case in the text form of COPY: what was asked, where it stands, its events and texts,
 * agreeing with one another as if the case had been lived. Its clock wants nothing for a long time, so that the jobs of
 * a server that looks after a million of them rest. Used by one thread.
 */
final class CorpusCase {
    static final String CASES = "jurisdiction, case_number, kind, service_code, area_code, address, title, body, language, confidential, "
            + "channel, resident_id, follow_code, state, lead_office, send_backs, level, rung, clock_start, clock_limit, due_at, last_day, "
            + "wait_until, wake_at, solved, attitude, speed, closing, ground, verdict_entry, call_back_entry, received_at, updated_at, "
            + "answered_at, answered_late, closed_at, events";
    static final String EVENTS = "jurisdiction, subject, number, name, at, role, office, facts";
    static final String TEXTS = "jurisdiction, case_number, number, text";
    static final String RESIDENTS = "jurisdiction, id, lookup, key_id, own_key, sealed, language, since";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration LIMIT = Duration.ofDays(7);
    /** So long the clock of an open case rests. */
    private static final Duration REST = Duration.ofDays(60);

    /** What the directory offers to choose from. */
    record Choices(String place, List<String> services, List<String> areas, List<String> offices, String ground) {}

    private final Choices choices;
    private final CorpusText texts;
    private final Instant today;
    final StringBuilder cases = new StringBuilder();
    final StringBuilder events = new StringBuilder();
    final StringBuilder written = new StringBuilder();
    final StringBuilder residents = new StringBuilder();

    private String number = "";
    private Language language = Language.ZH;
    private Instant at = Instant.EPOCH;
    private Instant due = Instant.EPOCH;
    private int entries;
    private String state = "";
    private @Nullable String lead;
    private @Nullable Instant wait;
    private @Nullable Instant answered;
    private @Nullable Instant closed;
    private @Nullable String closing;
    private @Nullable String solved;
    private @Nullable String rung;
    private int sendBacks;
    private int verdict;
    private int callBack;

    CorpusCase(Choices choices, CorpusText texts, Instant today) {
        this.choices = choices;
        this.texts = texts;
        this.today = today.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Lives one case that was received then; {@code counter} is the number of the case in the whole corpus. */
    void live(int counter, Instant received, Random random) {
        number = CaseNumber.of(DAY.format(received.atZone(ZONE)), counter).text();
        language = texts.language(random);
        at = received;
        due = lastDay(received).plusDays(1).atStartOfDay(ZONE).toInstant();
        entries = sendBacks = verdict = callBack = 0;
        lead = closing = solved = rung = null;
        wait = answered = closed = null;
        var service = pick(choices.services(), random);
        var area = pick(choices.areas(), random);
        event("CaseReceived", "RESIDENT", "RECEIVED", null, fact("kind", "COMPLAINT") + fact("service", service) + fact("area", area) + fact("channel", "web")
                + fact("limit", "5wd") + fact("confidential", "false") + fact("due", due) + fact("lastDay", lastDay(received)) + fact("provisional", "false"));
        handle(random);
        row(received, service, area, resident(received, random), random);
    }

    private static LocalDate lastDay(Instant received) {
        return received.plus(LIMIT).atZone(ZONE).toLocalDate();
    }

    private void handle(Random random) {
        if (random.nextInt(20) == 0) {
            step(random, 4);
            event("CaseRefused", "DISPATCHER", "REFUSED", "hotline", fact("ground", choices.ground()));
            say(random);
            close("PUBLISHED_GROUND");
            return;
        }
        assign(random);
        if (random.nextInt(10) == 0) {
            step(random, 10);
            event("CaseSentBack", "OFFICER", "SENT_BACK", lead, fact("reason", "not-our-duty"));
            say(random);
            sendBacks++;
            assign(random);
        }
        if (tooYoung(3)) return;
        step(random, 8);
        event("CaseAccepted", "OFFICER", "HANDLING", lead, "");
        if (random.nextInt(3) == 0) {
            step(random, 12);
            event("InterimReported", "OFFICER", null, lead, "");
            say(random);
        }
        if (tooYoung(8)) return;
        if (random.nextInt(33) == 0) overdue();
        else answer(random);
    }

    private void assign(Random random) {
        step(random, 4);
        lead = pick(choices.offices(), random);
        event("CaseAssigned", "DISPATCHER", "ASSIGNED", "hotline", fact("lead", lead) + fact("helping", ""));
    }

    private void overdue() {
        at = due.plus(Duration.ofDays(10));
        event("LadderClimbed", "CLOCK", null, null, fact("rung", "LEADER") + fact("on", at));
        rung = "LEADER";
    }

    private void answer(Random random) {
        step(random, 40);
        answered = at;
        wait = tooYoung(20) ? today.plus(REST) : null;
        event("ReplyPublished", "OFFICER", "ANSWERED", lead, wait == null ? waiting(48) : fact("waitUntil", wait));
        say(random);
        if (wait != null) return;
        step(random, 40);
        event("ResidentCalledBack", "CLOCK", "CALLED_BACK", null, fact("how", "MESSAGE") + waiting(240));
        callBack = entries;
        if (random.nextInt(3) == 0) {
            at = at.plus(Duration.ofDays(11));
            event("CaseClosedAfterSilence", "CLOCK", "CLOSED", null, fact("callBack", "" + callBack));
            close("SILENCE_AFTER_CALL_BACK");
            return;
        }
        step(random, 40);
        event("VerdictSolved", "RESIDENT", "CONFIRMED", null, fact("solved", "SOLVED") + fact("attitude", "5") + fact("speed", "4") + waiting(24));
        solved = "SOLVED";
        verdict = entries;
        step(random, 10);
        event("CaseClosedAsConfirmed", "CLOCK", "CLOSED", null, fact("verdict", "" + verdict));
        close("RESIDENT_CONFIRMED");
    }

    private void close(String how) {
        closing = how;
        closed = at;
    }

    private boolean tooYoung(int days) {
        return at.isAfter(today.minus(Duration.ofDays(days)));
    }

    private void step(Random random, int mostHours) {
        at = at.plusSeconds(60 + random.nextInt(mostHours * 3600));
    }

    private static <T> T pick(List<T> all, Random random) {
        double share = random.nextDouble();
        return all.get((int) (share * share * all.size()));
    }

    private static String fact(String key, Object value) {
        return ",\"" + key + "\":\"" + value + '"';
    }

    private String waiting(int hours) {
        return fact("waitUntil", at.plus(Duration.ofHours(hours)));
    }

    private void event(String name, String role, @Nullable String to, @Nullable String office, String facts) {
        entries++;
        if (to != null) state = to;
        var all = (to == null ? "" : fact("state", to)) + facts;
        line(events, choices.place(), number, entries, name, at, role, office, "{" + (all.isEmpty() ? "" : all.substring(1)) + "}");
    }

    private void say(Random random) {
        line(written, choices.place(), number, entries, texts.text(language, random));
    }

    private UUID resident(Instant received, Random random) {
        var id = new UUID(random.nextLong(), random.nextLong());
        var noise = String.format("%016x%016x%016x%016x", random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
        line(residents, choices.place(), id, noise, "k1", "\\\\x" + noise, "\\\\x" + noise, language, received);
        return id;
    }

    private void row(Instant received, String service, String area, UUID resident, Random random) {
        var refused = "PUBLISHED_GROUND".equals(closing) ? choices.ground() : null;
        var wake = closed != null || rung != null ? null : today.plus(REST);
        line(cases, choices.place(), number, "COMPLAINT", service, area, "", texts.title(language, random), texts.text(language, random), language, false,
                "web", resident, null, state, lead, sendBacks, rung == null ? null : "LEADER", rung, received, "5wd", due, lastDay(received),
                wait, wake, solved, solved == null ? 0 : 5, solved == null ? 0 : 4, closing, refused, verdict, callBack, received, at,
                answered, answered == null ? null : !answered.isBefore(due), closed, entries);
    }

    private static void line(StringBuilder out, @Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) out.append('\t');
            out.append(values[i] == null ? "\\N" : values[i]);
        }
        out.append('\n');
    }
}
