package lianqiao.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What must hold for any calendar, any clock and any history of pauses; the seed is fixed, so a failure can be seen again. */
class DeadlinePropertiesTest {
    private static final int ROUNDS = 4_000;
    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");
    private static final List<ZoneId> ZONES =
            List.of("Asia/Shanghai", "UTC", "America/Santiago", "Pacific/Kiritimati", "Europe/Berlin", "Asia/Kathmandu")
                    .stream().map(ZoneId::of).toList();

    /** One invented situation. */
    private record Story(WorkingCalendar calendar, Clock clock, Instant now) {
        Deadline deadline() {
            return Deadlines.of(clock, calendar, now);
        }

        List<DayLine> explained() {
            return Deadlines.explain(clock, calendar, now);
        }
    }

    private final Random random = new Random(20_261_122);

    private Instant later(Instant than, int hours) {
        return than.plusMillis(random.nextLong(hours * 3_600_000L));
    }

    private WorkingCalendar calendar() {
        var named = IntStream.range(0, random.nextInt(40)).map(i -> random.nextInt(1_200)).distinct()
                .mapToObj(i -> new NamedDay(LocalDate.of(2023, 12, 20).plusDays(i), "day " + i, random.nextInt(3) > 0)).toList();
        var years = random.nextBoolean() ? Set.of(2023, 2024, 2025, 2026, 2027) : Set.of(2024, 2025);
        return WorkingCalendar.of(ZONES.get(random.nextInt(ZONES.size())), "random", named, years)
                .withLastDayMoving(random.nextBoolean());
    }

    private TimeLimit limit(int kind, int most) {
        int amount = 1 + random.nextInt(most);
        return switch (kind) {
            case 0 -> new WorkingDays(amount);
            case 1 -> new CalendarDays(amount);
            default -> new Hours(amount);
        };
    }

    private Story story() {
        int kind = random.nextInt(3);
        var clock = Clock.startedAt(later(FIRST, 24 * 500), limit(kind, 30));
        var time = clock.start();
        for (int i = random.nextInt(4); i > 0; i--) {
            time = later(time, 24 * 6);
            clock = clock.pausedAt(time);
            time = later(time, 24 * 12);
            if (i > 1 || random.nextBoolean()) clock = clock.resumedAt(time);
            if (random.nextInt(3) == 0) clock = clock.extendedBy(limit(kind, 10));
        }
        return new Story(calendar(), clock, later(time, 24 * 10));
    }

    /** The rule said once more, as slowly and plainly as possible, to check the engine against. */
    private static LocalDate lastDayCountedPlainly(Story story) {
        var calendar = story.calendar();
        var stopped = new TreeSet<LocalDate>();
        for (var pause : story.clock().pauses()) {
            var end = pause.until() != null ? pause.until() : story.now();
            for (var d = calendar.dateOf(pause.from()).plusDays(1); !d.isAfter(calendar.dateOf(end)); d = d.plusDays(1)) stopped.add(d);
        }
        int left = story.clock().total();
        var day = calendar.dateOf(story.clock().start());
        while (left > 0) {
            day = day.plusDays(1);
            if (!stopped.contains(day) && (story.clock().limit() instanceof CalendarDays || calendar.isWorkingDay(day))) left--;
        }
        boolean endsAtWork = story.clock().limit() instanceof WorkingDays || calendar.lastDayMoves();
        while (stopped.contains(day.plusDays(1)) || endsAtWork && !calendar.isWorkingDay(day)) day = day.plusDays(1);
        return day;
    }

    @Test void theEngineAgreesWithThePlainCount() {
        for (int i = 0; i < ROUNDS; i++) {
            var story = story();
            if (story.clock().limit() instanceof Hours) continue;
            assertEquals(lastDayCountedPlainly(story), story.deadline().lastDay(), story.toString());
        }
    }

    @Test void theExplanationEndsWhereTheDeadlineDoes() {
        for (int i = 0; i < ROUNDS; i++) {
            var story = story();
            var lines = story.explained();
            assertEquals(story.deadline().lastDay(), lines.getLast().date());
            assertEquals(DayKind.START, lines.getFirst().kind());
            assertEquals(1, lines.stream().filter(l -> l.kind() == DayKind.LAST).count());
            assertEquals(story.clock().total(), lines.getLast().count());
        }
    }

    @Test void inAnExplanationEveryDayComesOnceAndTheCountNeverFalls() {
        for (int i = 0; i < ROUNDS; i++) {
            var lines = story().explained();
            for (int j = 2; j < lines.size(); j++) {
                assertTrue(lines.get(j).count() >= lines.get(j - 1).count());
                if (lines.size() < Deadlines.MOST_LINES) assertEquals(lines.get(j - 1).date().plusDays(1), lines.get(j).date());
            }
        }
    }

    @Test void moreTimeNeverMakesADateEarlier() {
        for (int i = 0; i < ROUNDS; i++) {
            var story = story();
            int kind = story.clock().limit() instanceof WorkingDays ? 0 : story.clock().limit() instanceof CalendarDays ? 1 : 2;
            var longer = new Story(story.calendar(), story.clock().extendedBy(limit(kind, 5)), story.now());
            assertFalse(longer.deadline().due().isBefore(story.deadline().due()));
        }
    }

    @Test void aPauseNeverShortensAndALongerOneNeverComesEarlier() {
        for (int i = 0; i < ROUNDS; i++) {
            var story = story();
            var without = new Clock(story.clock().start(), story.clock().limit(), story.clock().extensions(), List.of());
            assertFalse(story.deadline().due().isBefore(Deadlines.of(without, story.calendar(), story.now()).due()));
            var afterwards = Deadlines.of(story.clock(), story.calendar(), later(story.now(), 24 * 20));
            assertFalse(afterwards.due().isBefore(story.deadline().due()));
        }
    }

    @Test void aClockThatStandsStillIsNotLateUnlessItWasBefore() {
        for (int i = 0; i < ROUNDS; i++) {
            var story = story();
            if (!story.clock().isPaused()) continue;
            var asked = story.clock().pauses().getLast().from();
            if (!Deadlines.of(story.clock(), story.calendar(), asked).passedAt(asked)) assertFalse(story.deadline().passedAt(story.now()));
        }
    }

    @Test void anotherHolidayNeverMakesADateEarlierAndLessWorkOnWeekendsNeitherDoes() {
        for (int i = 0; i < ROUNDS; i++) {
            var story = story();
            var days = new ArrayList<>(story.calendar().days().values());
            var extra = story.calendar().dateOf(story.clock().start()).plusDays(random.nextInt(20));
            days.removeIf(d -> d.date().equals(extra));
            days.add(new NamedDay(extra, "one more", true));
            var more = WorkingCalendar.of(story.calendar().zone(), "more", days, story.calendar().yearsKnown())
                    .withLastDayMoving(story.calendar().lastDayMoves());
            assertFalse(Deadlines.of(story.clock(), more, story.now()).due().isBefore(story.deadline().due()));
        }
    }

    @Test void resumingNowIsWhatAnOpenPauseIsTakenFor() {
        for (int i = 0; i < ROUNDS; i++) {
            var story = story();
            var resumed = new Story(story.calendar(), story.clock().resumedAt(story.now()), story.now());
            assertEquals(resumed.deadline(), story.deadline());
        }
    }

    @Test void anHourClockRunsExactlyItsHoursBetweenItsPauses() {
        for (int i = 0; i < ROUNDS; i++) {
            var story = story();
            if (!(story.clock().limit() instanceof Hours)) continue;
            var due = story.deadline().due();
            var ran = Duration.between(story.clock().start(), due);
            for (var p : story.clock().pauses())
                if (p.from().isBefore(due)) ran = ran.minus(Duration.between(p.from(), p.endAsOf(story.now())));
            assertEquals(Duration.ofHours(story.clock().total()), ran);
        }
    }

    @Test void aDayLimitEndsAtTheFirstInstantOfADayInItsZone() {
        for (int i = 0; i < ROUNDS; i++) {
            var story = story();
            if (story.clock().limit() instanceof Hours) continue;
            var end = story.deadline();
            assertEquals(end.lastDay(), story.calendar().dateOf(end.due().minusNanos(1)));
            assertEquals(end.lastDay().plusDays(1), story.calendar().dateOf(end.due()));
        }
    }

    @Test void steppingBackAndForwardByTheSameWorkingDaysComesHome() {
        for (int i = 0; i < ROUNDS; i++) {
            var calendar = calendar();
            var due = Deadlines.addWorkingDays(later(FIRST, 24 * 500), 1, calendar);
            int n = random.nextInt(12);
            assertEquals(due, Deadlines.addWorkingDays(Deadlines.workingDaysBefore(due, n, calendar), n, calendar));
        }
    }
}
