package lianqiao.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lianqiao.base.Text;
import lianqiao.cases.Act.Level;
import lianqiao.cases.By.Role;
import lianqiao.cases.Calendars;
import lianqiao.cases.Case;
import lianqiao.cases.Case.Entry;
import lianqiao.cases.Measure;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Offices;
import lianqiao.offices.ServiceCode;
import lianqiao.portal.Step.Said;
import lianqiao.web.Tone;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns the entries of a case into steps in plain words. Thread-safe. */
@Component
final class Trail {
    private static final String EVENT = "portal.event.";
    /** Steps that say what was taken from the public. */
    private static final Set<String> TOMBSTONES = Set.of("EntryMasked", "EntryWithheld", "WordsErased");

    private final Offices offices;
    private final Names names;
    private final Pictures pictures;
    private final Calendars calendars;

    Trail(Offices offices, Names names, Pictures pictures, Calendars calendars) {
        this.offices = offices;
        this.names = names;
        this.pictures = pictures;
        this.calendars = calendars;
    }

    /** @param own whether the reader is the resident, who sees photos through links of their own */
    List<Step> of(Case shown, boolean own, Instant now) {
        var measures = shown.measures();
        return shown.trail().stream().map(entry -> step(shown, entry, measures, own, now)).toList();
    }

    private Step step(Case shown, Entry e, List<Measure> measures, boolean own, Instant now) {
        var by = e.office() == null ? null : names.office(e.office());
        var says = says(e);
        if (e.number() > 1) measures.forEach(m -> tombstone(says, m, e.number()));
        return new Step(e.number(), e.at(), tone(e), title(shown, e), by, says, e.text(), pictures.of(e.photos(), own, now), TOMBSTONES.contains(e.event()));
    }

    /** What stands in the place of something that was masked by hand or withheld: that it was, by whom, on which ground, until when an appeal is open. */
    List<Said> tombstones(Case shown, int entry) {
        var says = new ArrayList<Said>();
        shown.measures().forEach(m -> tombstone(says, m, entry));
        var gone = shown.wordsGoneAt();
        if (gone != null) says.add(Said.of("portal.tombstone.withdrawn", day(gone)));
        return says;
    }

    private void tombstone(List<Said> says, Measure m, int entry) {
        if (m.entry() != entry || !m.standing().isInForce()) return;
        var office = m.office() == null ? new Text("", "") : names.office(m.office());
        says.add(Said.of(m.photo() == null ? "portal.tombstone." + m.form() : "portal.tombstone.photo." + m.form(), office, day(m.at())));
        says.add(Said.of("portal.tombstone.content." + m.content()));
        basis(says, m.basis());
        switch (m.standing()) {
            case APPEALED -> says.add(Said.of("portal.tombstone.appealed", day(m.decideBy() == null ? m.at() : m.decideBy().minusSeconds(1))));
            case UPHELD -> says.add(Said.of("portal.tombstone.upheld"));
            default -> { if (m.appealUntil() != null) says.add(Said.of("portal.tombstone.until", day(m.appealUntil().minusSeconds(1)))); }
        }
    }

    private LocalDate day(Instant at) {
        return calendars.inUse().dateOf(at);
    }

    private void basis(List<Said> says, String code) {
        offices.measureGround(code).ifPresent(ground -> says.add(Said.of("portal.tombstone.basis", ground.plain(), ground.law())));
    }

    private static @Nullable Tone tone(Entry e) {
        return switch (e.event()) {
            case "ReplyPublished" -> Tone.ANSWERED;
            case "DoneClaimed" -> Tone.DONE;
            case "VerdictSolved", "CaseClosedAsConfirmed" -> Tone.CONFIRMED;
            case "VerdictNotSolved" -> Tone.UNSOLVED;
            case "CaseClosedAfterSilence", "CaseClosedAsImported" -> Tone.CLOSED;
            case "CaseRefused" -> Tone.REFUSED;
            case "LadderClimbed" -> Tone.LATE;
            case "ResidentAsked", "PutOnBook" -> Tone.WAITING;
            case "CaseReceived", "CaseReopened" -> Tone.OPEN;
            default -> null;
        };
    }

    private Said title(Case shown, Entry e) {
        return switch (e.event()) {
            case "CaseAssigned", "CaseAssignedFinally" -> Said.of(EVENT + e.event(), names.office(new OfficeCode(e.fact("lead"))));
            case "ServiceChanged" -> Said.of(EVENT + e.event(), names.service(new ServiceCode(e.fact("service"))));
            case "CaseReceived" -> Said.of(EVENT + e.event() + "." + (shown.channel().equals("import") ? "import" : "here"));
            case "ReplyPublished" -> Said.of(e.role() == Role.LEADER ? EVENT + "ReplyPublished.LEADER" : EVENT + "ReplyPublished");
            case "VerdictNotSolved" -> Said.of(EVENT + e.event() + "." + e.fact("solved"));
            case "LadderClimbed" -> Said.of(EVENT + e.event() + "." + e.fact("rung"));
            case "CaseEscalated" -> Said.of(EVENT + e.event() + "." + Level.valueOf(e.fact("level")));
            case "ResidentCalledBack" -> Said.of(EVENT + e.event() + "." + e.fact("how"));
            case "RecourseReported" -> Said.of(EVENT + e.event() + "." + e.fact("recourse"));
            case "NoticeAnswered" -> Said.of(EVENT + e.event() + "." + e.fact("decision"));
            case "NoticeSettled" -> Said.of(EVENT + e.event() + "." + e.fact("end"));
            default -> Said.of(EVENT + e.event());
        };
    }

    private List<Said> says(Entry e) {
        var says = new ArrayList<Said>();
        switch (e.event()) {
            case "CaseReceived" -> due(says, "portal.due.first", e);
            case "CaseAssigned", "CaseAssignedFinally" -> helping(says, e);
            case "CaseSentBack" -> offices.sendBackReason(e.fact("reason"))
                    .ifPresent(r -> says.add(Said.of("portal.says.sent-back-why", r.name(), r.rule())));
            case "CaseRefused" -> ground(says, e);
            case "DateExtended", "CaseReopened", "TakenUpAgain", "DateRecomputed" -> due(says, "portal.due.new", e);
            case "ResidentAsked" -> until(says, "portal.says.waiting-until", e);
            case "ResidentCalledBack" -> until(says, "portal.says.silence-until", e);
            case "PutOnBook" -> says.add(Said.of("portal.says.revisit", LocalDate.parse(e.fact("revisitOn"))));
            case "CaseJoined" -> says.add(Said.of("portal.says.joined-into", e.fact("into")));
            case "VerdictSolved", "VerdictNotSolved" -> ratings(says, e);
            case "CaseClosedAfterSilence" -> says.add(Said.of("portal.says.no-word"));
            case "CaseClosedAsImported" -> says.add(Said.of("portal.says.earlier-system"));
            case "EntryMasked", "EntryWithheld" -> { says.add(Said.of("portal.tombstone.content." + e.fact("content"))); basis(says, e.fact("basis")); notice(says, "portal.says.follows-notice", e); }
            case "WordsErased" -> says.add(Said.of("portal.tombstone.withdrawn-law"));
            case "MeasureAppealed" -> says.add(Said.of("portal.tombstone.appealed", day(Instant.parse(e.fact("decideBy")).minusSeconds(1))));
            case "NoticeForwarded" -> says.add(Said.of("portal.says.notice." + e.fact("right"), e.fact("entry")));
            case "CounterStated" -> { notice(says, "portal.says.counter", e); day(says, "portal.says.report-by", e); }
            case "CounterForwarded" -> day(says, "portal.says.recourse-by", e);
            case "RecourseReported", "NoticeLapsed", "NoticeDeclined" -> notice(says, "portal.says.about-notice", e);
            case "EntryRestored" -> { if (e.role() == Role.CLOCK) notice(says, "portal.says.restored-by-rule", e); }
            default -> { }
        }
        return says;
    }

    private static void notice(List<Said> says, String key, Entry e) {
        if (!e.fact("notice").isEmpty()) says.add(Said.of(key, e.fact("notice")));
    }

    private void day(List<Said> says, String key, Entry e) {
        says.add(Said.of(key, day(Instant.parse(e.fact("reportBy")).minusSeconds(1))));
    }

    private static void due(List<Said> says, String key, Entry e) {
        if (!e.fact("lastDay").isEmpty()) says.add(Said.of(key, LocalDate.parse(e.fact("lastDay"))));
    }

    /** A wait ends with the end of a day; people read that as the day itself, not as midnight of the next one. */
    private static void until(List<Said> says, String key, Entry e) {
        if (!e.fact("waitUntil").isEmpty()) says.add(Said.of(key, Instant.parse(e.fact("waitUntil")).minusSeconds(1)));
    }

    private void helping(List<Said> says, Entry e) {
        for (var code : e.fact("helping").split(",")) {
            if (!code.isBlank()) says.add(Said.of("portal.says.helps", names.office(new OfficeCode(code))));
        }
    }

    private void ground(List<Said> says, Entry e) {
        offices.ground(e.fact("ground")).ifPresent(g -> {
            says.add(Said.of("portal.says.ground", g.plain()));
            says.add(Said.of("portal.says.right-channel", g.rightChannel()));
            says.add(Said.of("portal.says.law", g.law()));
        });
    }

    private static void ratings(List<Said> says, Entry e) {
        if (!e.fact("attitude").isEmpty() && !e.fact("attitude").equals("0")) says.add(Said.of("portal.says.attitude", e.fact("attitude")));
        if (!e.fact("speed").isEmpty() && !e.fact("speed").equals("0")) says.add(Said.of("portal.says.speed", e.fact("speed")));
    }
}
