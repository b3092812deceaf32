package lianqiao.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lianqiao.base.CaseNumber;
import lianqiao.base.Outcome.Done;
import lianqiao.calendar.Clock;
import lianqiao.calendar.TimeLimit;
import lianqiao.calendar.WorkingCalendar;
import lianqiao.cases.By.Role;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Offices;
import lianqiao.offices.OfficerId;
import lianqiao.store.Event;
import org.jspecify.annotations.Nullable;

/**
 * Plays random histories of cases against the step table and its rules and looks for one that closes quietly: without
 * an owner, without a clock, or closed without the resident's word, the rule for silence or a published ground. People
 * and offices in it do anything at any time, in any role. The same seed plays the same histories. Not thread-safe.
 */
public final class RandomHistories {
    private static final Instant START = Instant.parse("2026-01-05T01:00:00Z");
    private static final int MOST_ACTS = 24;

    private final Clockwork clockwork;
    private final Decisions decisions;
    private final Facts facts;
    private final Rules rules;
    private final List<OfficeCode> offices;
    private final RandomActs acts;

    public RandomHistories(Offices offices, WorkingCalendar calendar, Rules rules) {
        this(Workflow.all(), offices, calendar, rules);
    }

    RandomHistories(List<Workflow.Step> steps, Offices offices, WorkingCalendar calendar, Rules rules) {
        this.clockwork = new Clockwork(() -> calendar, rules);
        this.facts = new Facts(clockwork);
        this.decisions = new Decisions(steps, new Guards(offices, clockwork), facts);
        this.rules = rules;
        this.offices = offices.all().stream().map(o -> o.code()).toList();
        this.acts = new RandomActs(this.offices, offices.sendBackReasons().getFirst().code(), offices.grounds().getFirst().code(),
                offices.measureGrounds().getFirst().code(), offices.services().getFirst().code());
    }

    /**
     * What was played.
     *
     * @param steps acts that the table let through
     * @param refusals acts that were refused
     * @param ends how many histories ended in each state
     * @param faults what must not happen, each with its history; empty when all is well
     */
    public record Played(long histories, long steps, long refusals, Map<State, Long> ends, Map<Closing, Long> closings, List<String> faults) {}

    /** Plays histories until {@code histories} are done or a fault was found. */
    public Played play(long histories, long seed) {
        var random = new Random(seed);
        long steps = 0;
        long refusals = 0;
        var ends = new EnumMap<State, Long>(State.class);
        var closings = new EnumMap<Closing, Long>(Closing.class);
        var faults = new ArrayList<String>();
        long played = 0;
        for (; played < histories && faults.isEmpty(); played++) {
            var history = new History(random);
            history.run(faults);
            steps += history.events.size() - 1;
            refusals += history.refusals;
            ends.merge(history.progress.state, 1L, Long::sum);
            if (history.progress.closing != null) closings.merge(history.progress.closing, 1L, Long::sum);
        }
        return new Played(played, steps, refusals, ends, closings, faults);
    }

    /** One case and one other that it may be joined to. */
    private final class History {
        final Random random;
        final CaseNumber number = CaseNumber.of("20260105", 1);
        final String channel;
        final @Nullable OfficeCode concerns;
        final List<Event> events = new ArrayList<>();
        final Progress progress;
        final Progress other;
        Instant now = START;
        int refusals;
        boolean stuck;

        History(Random random) {
            this.random = random;
            this.channel = random.nextInt(20) == 0 ? "import" : "web";
            this.concerns = random.nextInt(20) == 0 ? offices.get(random.nextInt(offices.size())) : null;
            this.events.add(received("lamp"));
            this.progress = Progress.of(events);
            this.other = Progress.of(List.of(received("other")));
            if (random.nextInt(3) > 0) other.lead = offices.get(random.nextInt(offices.size()));
            if (other.lead != null && random.nextBoolean()) other.answeredAt = START;
        }

        private Event received(String what) {
            var limits = List.of("5wd", "15d", "24h", "1wd");
            var limit = TimeLimit.parse(limits.get(random.nextInt(limits.size())));
            var known = Map.of("state", "RECEIVED", "limit", limit.format(), "what", what);
            var due = new HashMap<>(clockwork.dueFacts(Clock.startedAt(START, limit), START));
            due.putAll(known);
            return Decisions.event(number, 1, "CaseReceived", By.resident(), due, START);
        }

        void run(List<String> faults) {
            for (int i = 0; i < MOST_ACTS && faults.isEmpty(); i++) {
                now = now.plus(Duration.ofMinutes(random.nextInt(random.nextInt(3) == 0 ? 60 * 24 * 12 : 600)));
                if (random.nextInt(3) == 0) runClock();
                else take(acts.draw(random, progress, number, now), by(), random.nextInt(4) == 0 ? progress : other);
                check(faults);
            }
            if (!Progress.of(events).snapshot().equals(progress.snapshot())) faults.add("the events say something else: " + told());
        }

        private By by() {
            var roles = Role.values();
            var role = roles[random.nextInt(roles.length)];
            if (role == Role.RESIDENT || role == Role.CLOCK) return new By(role, null, null);
            var office = progress.lead != null && random.nextInt(4) > 0 ? progress.lead : offices.get(random.nextInt(offices.size()));
            return By.officer(role, office, new OfficerId("o1"));
        }

        /** What the clock wants to do is never refused; if it is, the fault is found because the clock stands still. */
        private void runClock() {
            var due = clockwork.dueAct(progress, now);
            while (due.isPresent() && take(due.get(), By.clock(), other)) due = clockwork.dueAct(progress, now);
            stuck = due.isPresent();
        }

        private boolean take(Act act, By by, Progress second) {
            var decided = decisions.decide(new Decisions.Fixed(number, channel, concerns), progress, act, by, now, second);
            if (decided instanceof Done<List<Event>>(var added)) {
                events.addAll(added);
                added.forEach(progress::apply);
                return true;
            }
            refusals++;
            return false;
        }

        private void check(List<String> faults) {
            var fault = stuck ? "the clock cannot go on" : progress.state.isOpen() ? openFault() : closedFault();
            if (fault != null) faults.add(fault + ": " + told());
        }

        private @Nullable String openFault() {
            if (progress.closing != null || progress.closedAt != null) return "open and closed at once";
            var owned = progress.state.isWithTheDispatcher() || progress.lead != null || progress.joinedInto != null;
            if (!owned) return "nobody owns it";
            var ticking = progress.state.clockRuns() ? clockwork.wakeAt(progress) != null || progress.rung == Act.Rung.LEADER : progress.waitUntil != null;
            return ticking ? null : "no clock runs";
        }

        private @Nullable String closedFault() {
            if (progress.closing == null || progress.closedAt == null) return "closed without saying why";
            return switch (progress.closing) {
                case RESIDENT_CONFIRMED -> progress.solved == Act.Solved.SOLVED && has(progress.verdictEntry, "VerdictSolved") ? null : "closed without the resident's word";
                case SILENCE_AFTER_CALL_BACK -> silenceFault();
                case PUBLISHED_GROUND -> progress.ground == null || progress.ground.isEmpty() ? "refused without a ground" : null;
                case EARLIER_SYSTEM -> channel.equals("import") ? null : "not from an earlier system";
            };
        }

        private @Nullable String silenceFault() {
            if (!has(progress.callBackEntry, "ResidentCalledBack") || progress.closedAt == null) return "closed in silence without a call-back";
            var asked = events.get(progress.callBackEntry - 1).at();
            return progress.closedAt.isBefore(clockwork.after(rules.silenceAfterCallBack(), asked)) ? "closed before the silence was long enough" : null;
        }

        private boolean has(int entry, String name) {
            return entry > 0 && entry <= events.size() && events.get(entry - 1).name().equals(name);
        }

        private String told() {
            return String.join(" → ", events.stream().map(e -> e.at() + " " + e.name() + " by " + e.role()).toList());
        }
    }
}
