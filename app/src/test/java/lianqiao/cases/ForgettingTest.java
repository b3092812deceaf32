package lianqiao.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.base.Outcome;
import lianqiao.cases.By.Role;
import lianqiao.identity.ResidentId;
import lianqiao.offices.OfficerId;
import lianqiao.store.Events;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is forgotten by itself, and when; what is kept while it is needed. */
class ForgettingTest {
    private static final Instant MONDAY = Town.at("2026-03-02T09:00");
    private static final Duration THREE_YEARS = Duration.ofDays(1095);

    @TempDir Path folder;
    private final Town town = new Town();
    private Photos photos;
    private Forgetting forgetting;
    private ForgetWhatIsDue job;

    @BeforeEach void open() {
        var database = town.database.database();
        photos = new Photos(folder, database);
        forgetting = new Forgetting(database, new Events(database), town.cases, photos);
        job = new ForgetWhatIsDue(forgetting, THREE_YEARS);
    }

    @AfterEach void close() {
        town.close();
    }

    private CaseNumber asked(ResidentId resident) {
        return town.cases.receive(new NewCase(Kind.HELP, town.service, town.area, "柳枝巷", new NewCase.Point(28.2, 112.9), "路灯不亮", "门口的路灯三天没亮了。",
                Language.ZH, false, null, "web", resident, null, List.of()), By.resident(), MONDAY).orThrow().number();
    }

    private CaseNumber closed(ResidentId resident) {
        var number = asked(resident);
        town.does(number, new Act.Answer("已修好。", List.of()), town.dispatcher(), MONDAY);
        town.does(number, new Act.Verdict(Act.Solved.SOLVED, 0, 0, "谢谢，我住三号楼"), By.resident(), MONDAY);
        town.does(number, new Act.CloseConfirmed(3), By.clock(), MONDAY);
        return number;
    }

    private static ResidentId somebody() {
        return new ResidentId(UUID.randomUUID());
    }

    @Test void aClosedCaseForgetsItsContactAfterThreeYearsAndAnOpenOneNever() {
        var old = closed(somebody());
        var open = asked(somebody());
        job.run(MONDAY.plus(THREE_YEARS));
        assertTrue(town.cases.residentOf(old).isPresent());
        job.run(MONDAY.plus(THREE_YEARS).plusSeconds(1));
        assertTrue(town.cases.residentOf(old).isEmpty() && town.cases.residentOf(open).isPresent());
        var last = town.cases.history(old).getLast();
        assertEquals("ContactForgotten by CLOCK", last.name() + " by " + last.role());
        job.run(MONDAY.plus(THREE_YEARS).plusSeconds(2));
        assertEquals(last, town.cases.history(old).getLast(), "it is forgotten once");
        assertTrue(town.cases.agreesWithItsEvents(old));
    }

    @Test void aPhotoThatBelongsToNoEntryGoesAfterNinetyDays() throws IOException {
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", picture);
        var loose = photos.keep(picture.toByteArray(), MONDAY).orThrow();
        var used = photos.keep(picture.toByteArray(), MONDAY).orThrow();
        town.does(asked(somebody()), new Act.Supplement("照片", List.of(used)), By.resident(), MONDAY);
        job.run(MONDAY.plus(Duration.ofDays(90)));
        assertTrue(photos.exists(loose));
        job.run(MONDAY.plus(Duration.ofDays(91)));
        assertFalse(photos.exists(loose) || photos.read(loose, false).isPresent());
        assertTrue(photos.exists(used) && photos.read(used, true).isPresent());
        try (var files = Files.walk(folder)) {
            assertEquals(2, files.filter(Files::isRegularFile).count(), "both sizes of the one that is used");
        }
    }

    @Test void wordsWaitForTheCaseToCloseAndThenOnlyThoseOfTheResidentGo() {
        var number = asked(somebody());
        town.does(number, new Act.Note("内部记录"), town.supervisor(), MONDAY);
        assertEquals(MONDAY.plus(Duration.ofDays(7)), forgetting.ask(number, MONDAY).orThrow());
        assertEquals(MONDAY.plus(Duration.ofDays(7)), forgetting.ask(number, MONDAY.plusSeconds(60)).orThrow(), "asking again does not begin anew");
        job.run(MONDAY.plus(Duration.ofDays(8)));
        assertEquals("路灯不亮", town.see(number, MONDAY).title());
        town.does(number, new Act.Answer("已修好。", List.of()), town.dispatcher(), MONDAY);
        town.does(number, new Act.Verdict(Act.Solved.SOLVED, 4, 5, "谢谢，我住三号楼"), By.resident(), MONDAY);
        town.does(number, new Act.CloseConfirmed(4), By.clock(), MONDAY);
        job.run(MONDAY.plus(Duration.ofDays(8)));
        var seen = town.see(number, MONDAY);
        assertEquals("████ ████  null", seen.title() + " " + seen.body() + " " + seen.address() + " " + seen.point());
        assertEquals(List.of("", "内部记录", "已修好。", "", "", ""), seen.trail().stream().map(Case.Entry::text).toList());
        assertEquals("1,4", seen.trail().getLast().fact("entries"));
        assertEquals(5, seen.speed(), "what was counted stays counted");
    }

    @Test void officersCannotMakeWordsGo() {
        var number = closed(somebody());
        for (var role : Role.values()) {
            if (role == Role.RESIDENT) continue;
            var by = new By(role, town.departments.getFirst(), new OfficerId("o1"));
            assertEquals("cases.refused.other-role", refusal(town.cases.act(number, new Act.WithdrawWords(List.of(1), List.of()), by, MONDAY)), role.name());
        }
        assertEquals("cases.refused.no-such-step", refusal(town.cases.act(asked(somebody()), new Act.WithdrawWords(List.of(1), List.of()), By.resident(), MONDAY)));
    }

    private static String refusal(Outcome<Integer> outcome) {
        return outcome instanceof Outcome.Refused<Integer>(var key, var _) ? key : "done";
    }

    @Test void contactsAreNotForgottenWhileACaseCanStillBeTakenUpAgain() {
        assertThrows(IllegalArgumentException.class, () -> new ForgetWhatIsDue(forgetting, Duration.ofDays(179)));
        assertTrue(Rules.standard().reopenClosedFor().compareTo(ForgetWhatIsDue.SHORTEST) < 0);
    }
}
