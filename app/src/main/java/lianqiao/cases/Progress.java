package lianqiao.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lianqiao.base.CaseNumber;
import lianqiao.calendar.Clock;
import lianqiao.calendar.Pause;
import lianqiao.calendar.TimeLimit;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.ServiceCode;
import lianqiao.store.Event;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands, as a fold over its events: the same {@link #apply} moves it after an act and rebuilds it from
 * history. It asks neither calendar nor clock; dates it needs are facts of the events. Not thread-safe; one is made
 * for each act and dropped.
 */
final class Progress {
    State state = State.RECEIVED;
    int events;
    /** What it is about: as it was asked, or as the desk has set it right. */
    @Nullable ServiceCode service;
    @Nullable OfficeCode lead;
    List<OfficeCode> helping = List.of();
    int sendBacks;
    boolean decided;
    int extensions;
    int reopened;
    Act.@Nullable Level level;
    Act.@Nullable Rung rung;
    Clock clock = new Clock(Instant.EPOCH, TimeLimit.parse("1wd"), List.of(), List.of());
    Instant due = Instant.EPOCH;
    LocalDate lastDay = LocalDate.EPOCH;
    boolean provisional;
    @Nullable Instant waitUntil;
    @Nullable LocalDate revisitOn;
    @Nullable CaseNumber joinedInto;
    Act.@Nullable Solved solved;
    int attitude;
    int speed;
    @Nullable Closing closing;
    @Nullable String ground;
    int verdictEntry;
    int callBackEntry;
    Instant receivedAt = Instant.EPOCH;
    Instant updatedAt = Instant.EPOCH;
    @Nullable Instant answeredAt;
    @Nullable Boolean answeredLate;
    @Nullable Instant doneAt;
    @Nullable Instant closedAt;
    @Nullable Instant wordsGoneAt;
    /** Of a case read from its row nothing stands here until its events are applied. */
    final Measures measures = new Measures();

    static Progress of(List<Event> history) {
        var progress = new Progress();
        history.forEach(progress::apply);
        return progress;
    }

    void apply(Event e) {
        measures.apply(e);
        events = e.number();
        updatedAt = e.at();
        if (!e.fact("state").isEmpty()) state = State.valueOf(e.fact("state"));
        if (!e.fact("due").isEmpty()) {
            due = Instant.parse(e.fact("due"));
            lastDay = LocalDate.parse(e.fact("lastDay"));
            provisional = Boolean.parseBoolean(e.fact("provisional"));
        }
        waitUntil = e.fact("waitUntil").isEmpty() ? keptWait(e) : Instant.parse(e.fact("waitUntil"));
        switch (e.name()) {
            case "CaseReceived" -> received(e);
            case "ResidentAsked" -> clock = clock.pausedAt(e.at());
            case "ResidentAdded", "WaitingEnded" -> { if (clock.isPaused()) clock = clock.resumedAt(e.at()); }
            case "CaseAssigned", "CaseAssignedFinally" -> assigned(e);
            case "ServiceChanged" -> service = new ServiceCode(e.fact("service"));
            case "CaseSentBack" -> sendBacks++;
            case "DateExtended" -> extended(e);
            case "ReplyPublished" -> answered(e);
            case "DoneClaimed" -> { answered(e); doneAt = e.at(); }
            case "NoticeAnswered" -> noticeAnswered(e);
            case "ResidentCalledBack" -> callBackEntry = e.number();
            case "VerdictSolved", "VerdictNotSolved" -> judged(e);
            case "CaseReopened", "TakenUpAgain" -> restarted(e);
            case "CaseEscalated" -> raised(Act.Level.valueOf(e.fact("level")));
            case "LadderClimbed" -> climbed(Act.Rung.valueOf(e.fact("rung")));
            case "PutOnBook" -> revisitOn = LocalDate.parse(e.fact("revisitOn"));
            case "CaseJoined" -> joinedInto = new CaseNumber(e.fact("into"));
            case "CaseRefused" -> { ground = e.fact("ground"); close(e, Closing.PUBLISHED_GROUND); }
            case "CaseClosedAsConfirmed" -> close(e, Closing.RESIDENT_CONFIRMED);
            case "CaseClosedAfterSilence" -> close(e, Closing.SILENCE_AFTER_CALL_BACK);
            case "WordsErased" -> wordsGoneAt = e.at();
            case "CaseClosedAsImported" -> close(e, Closing.EARLIER_SYSTEM);
            default -> { }
        }
    }

    /** A step that leaves the state as it is does not touch what is being waited for. */
    private @Nullable Instant keptWait(Event e) {
        return e.fact("state").isEmpty() ? waitUntil : null;
    }

    private void received(Event e) {
        receivedAt = e.at();
        if (!e.fact("service").isEmpty()) service = new ServiceCode(e.fact("service"));
        clock = new Clock(e.at(), TimeLimit.parse(e.fact("limit")), List.of(), List.of());
    }

    private void assigned(Event e) {
        lead = new OfficeCode(e.fact("lead"));
        helping = codes(e.fact("helping"));
        decided = e.name().equals("CaseAssignedFinally");
    }

    private void extended(Event e) {
        extensions++;
        rung = null;
        clock = clock.extendedBy(TimeLimit.parse(e.fact("by")));
    }

    private void answered(Event e) {
        if (lead == null && e.office() != null) lead = new OfficeCode(e.office());
        if (answeredAt != null) return;
        answeredAt = e.at();
        answeredLate = !e.at().isBefore(due);
    }

    private void noticeAnswered(Event e) {
        if (clock.isPaused() && !e.fact("state").isEmpty()) clock = clock.resumedAt(e.at());
        if (!e.fact("state").isEmpty()) answered(e);
    }

    private void judged(Event e) {
        verdictEntry = e.number();
        solved = Act.Solved.valueOf(e.fact("solved"));
        attitude = Integer.parseInt(e.fact("attitude"));
        speed = Integer.parseInt(e.fact("speed"));
    }

    private void restarted(Event e) {
        if (e.name().equals("CaseReopened")) reopened++;
        if (lead == null && !e.fact("lead").isEmpty()) lead = new OfficeCode(e.fact("lead"));
        clock = new Clock(e.at(), TimeLimit.parse(e.fact("limit")), List.of(), List.of());
        extensions = 0;
        rung = null;
        revisitOn = null;
        joinedInto = null;
        closing = null;
        closedAt = null;
        ground = null;
    }

    private void raised(Act.Level to) {
        if (level == null || to.compareTo(level) > 0) level = to;
    }

    private void climbed(Act.Rung to) {
        rung = to;
        switch (to) {
            case REMINDER -> { }
            case HEAD -> raised(Act.Level.HEAD);
            case SUPERVISOR -> raised(Act.Level.SUPERVISOR);
            case LEADER -> raised(Act.Level.LEADER);
        }
    }

    private void close(Event e, Closing how) {
        closing = how;
        closedAt = e.at();
    }

    /** Everything that the events say, for comparing a row with its history. */
    List<Object> snapshot() {
        return Arrays.asList(state, events, service, lead, helping, sendBacks, decided, extensions, reopened, level, rung, clock, due, lastDay,
                provisional, waitUntil, revisitOn, joinedInto, solved, attitude, speed, closing, ground, verdictEntry,
                callBackEntry, receivedAt, updatedAt, answeredAt, answeredLate, doneAt, closedAt, wordsGoneAt);
    }

    static List<OfficeCode> codes(String joined) {
        var codes = new ArrayList<OfficeCode>();
        for (var code : joined.split(",")) if (!code.isBlank()) codes.add(new OfficeCode(code));
        return codes;
    }

    static String joined(List<OfficeCode> codes) {
        return String.join(",", codes.stream().map(OfficeCode::toString).toList());
    }

    boolean isHeldBy(OfficeCode office) {
        return office.equals(lead) || helping.contains(office);
    }

    boolean isOverdue(Instant now) {
        return state.clockRuns() && !now.isBefore(due);
    }

    /** Pauses as text, {@code from/until;from/}: an open pause has no end. */
    static String pauses(List<Pause> pauses) {
        return String.join(";", pauses.stream().map(p -> p.from() + "/" + (p.until() == null ? "" : p.until())).toList());
    }

    static List<Pause> pauses(String text) {
        var pauses = new ArrayList<Pause>();
        for (var part : text.split(";")) {
            if (part.isEmpty()) continue;
            var ends = part.split("/", 2);
            pauses.add(new Pause(Instant.parse(ends[0]), ends[1].isEmpty() ? null : Instant.parse(ends[1])));
        }
        return pauses;
    }

}
