package lianqiao.channels;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianqiao.store.Event;
import org.jspecify.annotations.Nullable;

/** Why somebody is written to: the steps of a case that are told to its resident, and the two letters about subscriptions. */
enum Purpose {
    RECEIVED("CaseReceived", Weight.PAGE, true),
    ASKED_BACK("ResidentAsked", Weight.CALL, false),
    ASSIGNED("CaseAssigned", Weight.PAGE, true),
    DECIDED("CaseAssignedFinally", Weight.PAGE, true),
    EXTENDED("DateExtended", Weight.CALL, true),
    REPORTED("InterimReported", Weight.PAGE, true),
    ANSWERED("ReplyPublished", Weight.CALL, true),
    DONE_CLAIMED("DoneClaimed", Weight.PAGE, true),
    CALLED_BACK("ResidentCalledBack", Weight.CALL, false),
    REOPENED("CaseReopened", Weight.PAGE, true),
    REFUSED("CaseRefused", Weight.CALL, true),
    CONFIRMED("CaseClosedAsConfirmed", Weight.PAGE, true),
    SILENT("CaseClosedAfterSilence", Weight.PAGE, true),
    OVERDUE("LadderClimbed", Weight.PAGE, true),
    RECOMPUTED("DateRecomputed", Weight.PAGE, false),
    JOINED("CaseJoined", Weight.PAGE, false),
    ON_BOOK("PutOnBook", Weight.CALL, true),
    TAKEN_UP("TakenUpAgain", Weight.PAGE, true),
    MASKED("EntryMasked", Weight.PAGE, false),
    WITHHELD("EntryWithheld", Weight.CALL, false),
    UPHELD("MeasureUpheld", Weight.CALL, false),
    SHOWN_AGAIN("EntryRestored", Weight.PAGE, false),
    NOTICE_FORWARDED("NoticeForwarded", Weight.CALL, false),
    NOTICE_DECLINED("NoticeDeclined", Weight.PAGE, false),
    RECOURSE_REPORTED("RecourseReported", Weight.CALL, false),
    NOTICE_LAPSED("NoticeLapsed", Weight.PAGE, false),
    NOTICE_ANSWERED("NoticeAnswered", Weight.CALL, false),
    COUNTER_FORWARDED("CounterForwarded", Weight.CALL, false),
    NOTICE_SETTLED("NoticeSettled", Weight.CALL, false),
    /** Asks whether an address wants the letters that somebody ordered for it. */
    CONFIRM(null, Weight.PAGE, false),
    /** What is new, for a subscription. */
    NEWS(null, Weight.PAGE, false),
    /** The leader's brief of a morning, for a subscription. */
    BRIEF(null, Weight.PAGE, false),
    /** A code for somebody who signs in. */
    SIGN_IN(null, Weight.PAGE, false);

    /** How much it matters to somebody who left only a phone number: a call, or that it stands on the page. */
    enum Weight { CALL, PAGE }

    private static final Map<String, Purpose> BY_EVENT = Arrays.stream(values()).filter(p -> p.event != null)
            .collect(Collectors.toMap(p -> String.valueOf(p.event), Function.identity()));

    private final @Nullable String event;
    private final Weight weight;
    private final boolean news;

    Purpose(@Nullable String event, Weight weight, boolean news) {
        this.event = event;
        this.weight = weight;
        this.news = news;
    }

    /** Why this event is told, if it is; the office's own reminder before the date is not. */
    static Optional<Purpose> of(Event event) {
        if (event.fact("rung").equals("REMINDER")) return Optional.empty();
        return Optional.ofNullable(BY_EVENT.get(event.name()));
    }

    /** Whether the hotline calls a resident who left only a phone number; nobody calls about a call that was just made. */
    boolean needsCall(Map<String, String> facts) {
        return weight == Weight.CALL && !facts.getOrDefault("how", "").equals("PHONE") && !facts.getOrDefault("how", "").equals("IN_PERSON");
    }

    /** Whether subscribers hear of it. */
    boolean isNews() {
        return news;
    }

    /** As it stands in the keys of the words files. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
