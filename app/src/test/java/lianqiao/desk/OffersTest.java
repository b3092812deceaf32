package lianqiao.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.calendar.Clock;
import lianqiao.calendar.Deadline;
import lianqiao.calendar.TimeLimit;
import lianqiao.cases.Act;
import lianqiao.cases.By.Role;
import lianqiao.cases.Case;
import lianqiao.cases.Kind;
import lianqiao.cases.Rules;
import lianqiao.cases.Sight;
import lianqiao.cases.Sight.Reach;
import lianqiao.cases.State;
import lianqiao.cases.Workflow;
import lianqiao.offices.AreaCode;
import lianqiao.offices.DirectoryFiles;
import lianqiao.offices.Duty;
import lianqiao.offices.Office;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Officer;
import lianqiao.offices.OfficerId;
import lianqiao.offices.Offices;
import lianqiao.offices.ServiceCode;
import lianqiao.town.RunningTown;
import lianqiao.town.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The desk never offers a button that the step table does not have, whoever looks at whatever case. */
class OffersTest {
    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    private static TestDatabase database;
    private static Offices offices;

    @BeforeAll static void open() {
        database = TestDatabase.fresh();
        offices = Offices.in(database.database());
        assertEquals(List.of(), new DirectoryFiles(offices).takeIn(RunningTown.files()).bad());
    }

    @AfterAll static void close() {
        database.close();
    }

    private static Case lamp(State state, @Nullable String lead, int sendBacks, boolean decided) {
        var task = new Case.Entry(2, "TaskGiven", NOW, Role.HEAD, new OfficeCode("urban"), null, false, Map.of("office", "utilities"), "看一下", List.of());
        var received = new Case.Entry(1, "CaseReceived", NOW, Role.RESIDENT, null, null, true, Map.of(), "", List.of());
        return new Case(CaseNumber.of("20261120", 1), Kind.HELP, state, new ServiceCode("lamp"), new AreaCode("tinglu"), "", null, "路灯", "不亮",
                Language.ZH, false, null, "web", lead == null ? null : new OfficeCode(lead), List.of(new OfficeCode("st-baixian")), sendBacks, decided, 0, 0,
                null, null, Clock.startedAt(NOW, TimeLimit.parse("5wd")), new Deadline(NOW.plusSeconds(500_000), LocalDate.parse("2026-11-27"), false),
                null, null, null, 0, null, 0, 0, null, null, NOW, NOW, null, null, null, Set.of(), List.of(received, task));
    }

    private static Reader reader(String office, Set<Duty> duties) {
        var officer = new Officer(new OfficerId("somebody"), "某某", new OfficeCode(office), duties, true);
        var above = new HashSet<OfficeCode>();
        offices.path(officer.office()).stream().map(Office::code).forEach(above::add);
        var under = Set.copyOf(offices.under(officer.office()));
        var reaches = Reader.rolesOf(officer).isEmpty() ? List.<Reach>of() : List.of(Reach.EVERYWHERE);
        return new Reader(officer, List.of(new Reader.Hat(officer, officer, under, Reach.EVERYWHERE)), new Sight(reaches, above, Set.of(officer.id())));
    }

    private static List<Set<Duty>> allSetsOfDuties() {
        var sets = new ArrayList<Set<Duty>>();
        for (int bits = 1; bits < 1 << Duty.values().length; bits++) {
            var duties = EnumSet.noneOf(Duty.class);
            for (var duty : Duty.values()) if ((bits >> duty.ordinal() & 1) == 1) duties.add(duty);
            sets.add(duties);
        }
        return sets;
    }

    @Test void nothingIsOfferedThatTheStepTableDoesNotHaveForThatStateAndThoseDuties() {
        var offers = new Offers(offices, Rules.standard());
        int seen = 0;
        for (var duties : allSetsOfDuties()) for (var office : List.of("urban", "hotline", "wuqiao", "st-baixian", "utilities")) {
            var reader = reader(office, duties);
            for (var state : State.values()) for (int sendBacks = 0; sendBacks < 3; sendBacks++) {
                var lamp = lamp(state, state.isWithTheDispatcher() ? null : "urban", sendBacks, sendBacks == 2);
                for (var offer : offers.of(lamp, reader, NOW).entrySet()) {
                    var steps = Workflow.all().stream().filter(s -> s.from() == state && s.act() == offer.getKey()).toList();
                    assertTrue(steps.stream().anyMatch(s -> s.who().contains(offer.getValue().role())), offer + " in " + state);
                    assertTrue(duties.contains(Duty.valueOf(offer.getValue().role().name())), offer + " for " + duties);
                    assertTrue(ActForms.of(offer.getKey()).isPresent(), "no form for " + offer.getKey());
                    seen++;
                }
            }
        }
        assertTrue(seen > 20_000, "only " + seen);
    }

    @Test void anAdministratorIsOfferedNothingAndSeesNoCase() {
        var admin = reader("hotline", Set.of(Duty.ADMINISTRATOR));
        for (var state : State.values()) {
            assertEquals(Map.of(), new Offers(offices, Rules.standard()).of(lamp(state, "urban", 0, false), admin, NOW));
            assertTrue(!admin.maySee(lamp(state, "urban", 0, false)));
        }
    }

    @Test void anOfficerOfAnotherOfficeIsOfferedOnlyToFinishTheTaskTheyWereGiven() {
        var offered = new Offers(offices, Rules.standard()).of(lamp(State.HANDLING, "urban", 0, false), reader("utilities", Set.of(Duty.OFFICER)), NOW);
        assertEquals(Set.of(Act.FinishTask.class), offered.keySet());
    }

    @Test void aHelpingOfficeMayReportAndTakeNotes() {
        var offered = new Offers(offices, Rules.standard()).of(lamp(State.HANDLING, "urban", 0, false), reader("st-baixian", Set.of(Duty.OFFICER)), NOW);
        assertEquals(Set.of(Act.Report.class, Act.Note.class), offered.keySet());
    }

    @Test void aDecidedAssignmentIsNotOfferedToBeSentBack() {
        var offered = new Offers(offices, Rules.standard()).of(lamp(State.ASSIGNED, "urban", 1, true), reader("urban", Set.of(Duty.OFFICER)), NOW);
        assertTrue(offered.containsKey(Act.Accept.class) && !offered.containsKey(Act.SendBack.class));
    }

    @Test void everyActThatAnOfficerMayTakeHasAForm() {
        var staff = EnumSet.complementOf(EnumSet.of(Role.RESIDENT, Role.CLOCK));
        for (var step : Workflow.all()) {
            if (step.who().stream().anyMatch(staff::contains)) assertTrue(ActForms.of(step.act()).isPresent(), step.act().getSimpleName());
        }
    }
}
