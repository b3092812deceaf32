package lianqiao.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The timetable and the jobs match one to one: no job is forgotten, and each is named as what it does. */
class TimetableTest {
    /** An imperative sentence: at least two words, the first no noun ending in what a thing that acts ends in. */
    private static final Pattern SENTENCE = Pattern.compile("(?!\\w*?(?:er|or|Job|Task)[A-Z])[A-Z][a-z]+(?:[A-Z][a-z]*)+(?<!Job|Task|Worker|Runner)");

    /** A job is a class of a room with a method {@code run(Instant)}. */
    private static TreeSet<String> jobs(JavaClasses classes, String root) {
        var jobs = new TreeSet<String>();
        for (var type : classes)
            if (!type.getPackageName().equals(root + ".jobs") && type.isTopLevelClass() && type.getMethods().stream().anyMatch(TimetableTest::runs))
                jobs.add(type.getName());
        return jobs;
    }

    private static boolean runs(JavaMethod method) {
        return method.getName().equals("run") && method.getRawParameterTypes().size() == 1
                && method.getRawParameterTypes().getFirst().isEquivalentTo(Instant.class);
    }

    static List<String> faults(JavaClasses classes, String root) {
        var jobs = jobs(classes, root);
        var named = new TreeSet<String>();
        if (classes.contain(root + ".app.Timetable"))
            classes.get(root + ".app.Timetable").getDirectDependenciesFromSelf().stream().map(Dependency::getTargetClass)
                    .map(JavaClass::getName).filter(jobs::contains).forEach(named::add);
        var faults = new ArrayList<String>();
        for (var job : jobs) {
            var name = job.substring(job.lastIndexOf('.') + 1);
            if (!named.contains(job)) faults.add(job + " is a job that no timetable names");
            if (!SENTENCE.matcher(name).matches()) faults.add(job + " is not named as what it does");
        }
        return faults;
    }

    @Test void everyJobStandsInTheTimetable() {
        assertEquals(List.of(), faults(House.classes(), "lianqiao"));
    }

    @Test void barksAtAForgottenJobAndAtAnIdleName() {
        assertEquals(List.of("broken.idle.cases.Reminder is not named as what it does",
                "broken.idle.cases.SweepTheYard is a job that no timetable names"), faults(House.twin("idle"), "broken.idle"));
    }
}
