package lianqiao.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The step table as a whole, and the page of the docs that is drawn from it. */
class WorkflowTest {
    private static final Path PAGE = Town.townFolder().resolveSibling("docs/workflow.md");

    @Test void everyStateCanBeReached() {
        var reached = EnumSet.of(State.RECEIVED);
        for (int before = 0; before < reached.size();) {
            before = reached.size();
            for (var step : Workflow.all()) if (reached.contains(step.from())) reached.add(step.to());
        }
        assertEquals(EnumSet.allOf(State.class), reached);
    }

    @Test void everyActHasAStep() {
        var used = Workflow.all().stream().map(Workflow.Step::act).collect(Collectors.toSet());
        assertEquals(new HashSet<>(List.of(Act.class.getPermittedSubclasses())), used);
    }

    @Test void aCaseClosesOnlyFromWhereItMay() {
        var closings = new TreeSet<String>();
        for (var step : Workflow.all()) if (step.from().isOpen() && !step.to().isOpen()) closings.add(step.from() + " " + step.act().getSimpleName());
        assertEquals(new TreeSet<>(Set.of("ANSWERED CloseImported", "CALLED_BACK CloseAfterSilence", "CONFIRMED CloseConfirmed",
                "HANDLING Refuse", "RECEIVED Refuse", "SENT_BACK Refuse")), closings);
    }

    @Test void everyStepHasWordsInBothLanguages() throws IOException {
        for (var file : List.of("words/cases.properties", "words/cases_zh_CN.properties")) {
            var words = new Properties();
            try (var in = getClass().getResourceAsStream("/" + file)) {
                words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
            var missing = new TreeSet<String>();
            for (var state : State.values()) if (!words.containsKey("cases.state." + state)) missing.add("cases.state." + state);
            for (var kind : Kind.values()) if (!words.containsKey("cases.kind." + kind)) missing.add("cases.kind." + kind);
            for (var closing : Closing.values()) if (!words.containsKey("cases.closing." + closing)) missing.add("cases.closing." + closing);
            for (var role : By.Role.values()) if (!words.containsKey("cases.role." + role)) missing.add("cases.role." + role);
            for (var step : Workflow.all()) {
                if (!words.containsKey("cases.event." + step.event())) missing.add("cases.event." + step.event());
                if (!words.containsKey("cases.act." + step.act().getSimpleName())) missing.add("cases.act." + step.act().getSimpleName());
            }
            assertEquals(new TreeSet<>(), missing, file);
        }
    }

    @Test void thePageOfTheDocsIsWhatTheTableSays() throws IOException {
        var drawn = drawn();
        if (Boolean.getBoolean("lianqiao.write-docs")) Files.writeString(PAGE, drawn);
        assertTrue(Files.exists(PAGE) && Files.readString(PAGE).equals(drawn), "docs/workflow.md is stale: run the tests with -Dlianqiao.write-docs=true");
    }

    /** Whether the same act is there in every state and changes none. */
    private static boolean isEverywhere(Workflow.Step step) {
        return Workflow.all().stream().filter(s -> s.act() == step.act() && s.to() == s.from()).count() == State.values().length;
    }

    private static String drawn() {
        var page = new StringBuilder("""
                # The steps of a case

                Drawn from the step table by a test; do not edit. What does not stand here cannot happen.
                An entry marked ● is public, ○ is for the desk only.

                | from | act | to | event | | who |
                |---|---|---|---|---|---|
                """);
        for (var step : Workflow.all()) {
            if (isEverywhere(step) && step.from() != State.values()[0]) continue;
            var who = String.join(", ", step.who().stream().sorted().map(r -> r.name().toLowerCase()).toList());
            page.append("| %s | %s | %s | %s | %s | %s |\n".formatted(isEverywhere(step) ? "(any)" : step.from(), step.act().getSimpleName(),
                    step.to() == step.from() ? "(stays)" : step.to(), step.event(), step.publicly() ? "●" : "○", who));
        }
        var rules = Rules.standard();
        return page.append("""

                ## Rules of time, as an installation starts with them

                | rule | standard |
                |---|---|
                | the clock may stand still for an answer of the resident | %s |
                | asked by message whether it was solved, after the answer, at the latest | %s |
                | silence after that question closes the case, counted apart | %s |
                | a confirmed case is closed after | %s |
                | a disputed case is taken up again after | %s |
                | new limit of a case taken up again | %s |
                | extensions of a date | %d at most |
                | send-backs before the supervisor must decide | %d |
                | reminder before the date | %d working day |
                | told to the supervisor after the date | %d working days |
                | told to the leader after the date | %d working days |
                | a closed case may be reopened for | %d days |
                | the author may appeal against a masking by hand or a withholding for | %s |
                | such an appeal is decided within | %s |
                """.formatted(rules.waitForResident().format(), rules.callBackWithin().format(), rules.silenceAfterCallBack().format(),
                rules.closeConfirmedAfter().format(), rules.reopenWithin().format(), rules.reopenLimit().format(), rules.mostExtensions(),
                rules.sendBacksBeforeDecision(), rules.reminderWorkingDays(), rules.supervisorAfter(), rules.leaderAfter(),
                rules.reopenClosedFor().toDays(), rules.appealWithin().format(), rules.decideAppealWithin().format())).toString();
    }
}
