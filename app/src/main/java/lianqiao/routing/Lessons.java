package lianqiao.routing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import lianqiao.base.Outcome;

/**
 * Decides which corrections are learned and how much each weighs, so that nobody can bend the suggestions alone: fifty a
 * day from one person, near copies once, and less weight for somebody whom others contradict. Given the same corrections
 * in the same order it decides the same. Not thread-safe: corrections come one after the other.
 */
public final class Lessons {
    public static final int MOST_A_DAY = 50;
    private static final int MOST_REMEMBERED = 100_000;

    private final Map<String, Teacher> teachers = new HashMap<>();
    /** The last word on each group of near copies. */
    private final Map<Integer, Correction> taught = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override protected boolean removeEldestEntry(Map.Entry<Integer, Correction> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /** What is known of one who corrects: counts only. */
    private static final class Teacher {
        LocalDate day = LocalDate.MIN;
        int today;
        int agreed;
        int contradicted;

        /** Whether this one is within the number of the day; counts it. */
        boolean mayTeach(LocalDate on) {
            if (!day.equals(on)) today = 0;
            day = on;
            return ++today <= MOST_A_DAY;
        }

        double weight() {
            return (agreed + 2.0) / (agreed + contradicted + 2.0);
        }
    }

    /** The correction as a lesson, or why it is kept without being learned from. */
    public Outcome<Lesson> take(Correction correction) {
        var teacher = teachers.computeIfAbsent(correction.teacher(), _ -> new Teacher());
        var before = taught.get(correction.group());
        if (before != null && before.label().equals(correction.label())) {
            agree(before, correction, teacher);
            return Outcome.refused("routing.lesson.known");
        }
        if (!teacher.mayTeach(correction.day())) return Outcome.refused("routing.lesson.many", "" + MOST_A_DAY);
        if (before != null) disagree(before, correction, teacher);
        taught.put(correction.group(), correction);
        return Outcome.done(new Lesson(correction, teacher.weight()));
    }

    private void agree(Correction before, Correction now, Teacher teacher) {
        if (before.teacher().equals(now.teacher())) return;
        teacher.agreed++;
        teachers.get(before.teacher()).agreed++;
    }

    private void disagree(Correction before, Correction now, Teacher teacher) {
        if (before.teacher().equals(now.teacher())) return;
        teacher.contradicted++;
        teachers.get(before.teacher()).contradicted++;
    }
}
