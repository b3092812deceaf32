package lianqiao.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lianqiao.base.CaseNumber;
import lianqiao.base.Contribution;
import lianqiao.base.Language;
import lianqiao.identity.Contact;
import lianqiao.identity.Keys;
import lianqiao.identity.ResidentId;
import lianqiao.identity.ResidentVerifier.Verified;
import lianqiao.identity.Residents;
import lianqiao.identity.Verifications;
import lianqiao.identity.Voices;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rooms see that compare and count: public words and voices, never a person. */
class ContributionsTest {
    private static final Instant MONDAY = Town.at("2026-11-23T09:00");

    @TempDir
    private Path folder;
    private Town town;
    private Residents residents;
    private Verifications verifications;
    private TakeInContributions job;
    private CaseContributions contributions;

    @BeforeEach void aTown() {
        town = new Town();
        var keys = Keys.in(folder.resolve("vault"));
        var database = town.database.database();
        residents = new Residents(database, keys);
        verifications = new Verifications(database, keys, List.of());
        job = new TakeInContributions(database, new Voices(database, keys, verifications::marks), verifications);
        contributions = new CaseContributions(database);
    }

    @AfterEach void close() {
        town.close();
    }

    private ResidentId resident(String typed) {
        return residents.contactable(Contact.read(typed).orElseThrow(), Language.ZH, MONDAY);
    }

    private CaseNumber asks(@Nullable ResidentId who, String body, boolean confidential, Instant at) {
        var lamp = town.lamp();
        return town.cases.receive(new NewCase(lamp.kind(), lamp.service(), lamp.area(), "", null, "路灯不亮", body, Language.ZH, confidential, null,
                "web", who, null, List.of()), By.resident(), at).orThrow().number();
    }

    private List<Contribution> all() {
        return contributions.after(0, 100);
    }

    @Test void twoCasesOfOnePersonHaveOneVoiceAndNobodysCasesOneEach() {
        var ann = resident("ann@example.org");
        asks(ann, "东街的路灯三天没亮了。", false, MONDAY);
        asks(ann, "西街的路灯也没亮。", false, MONDAY.plusSeconds(1));
        asks(resident("bo@example.org"), "北街的路灯不亮。", false, MONDAY.plusSeconds(2));
        asks(null, "南街的路灯不亮。", false, MONDAY.plusSeconds(3));
        asks(null, "中街的路灯不亮。", false, MONDAY.plusSeconds(4));
        job.run(MONDAY);
        var voices = all().stream().map(Contribution::voice).toList();
        assertEquals(5, voices.size());
        assertEquals(voices.get(0), voices.get(1), "Ann speaks twice");
        assertEquals(4, voices.stream().distinct().count(), "Ann, Bo and two whom nobody knows");
        job.run(MONDAY.plusSeconds(60));
        assertEquals(5, all().size(), "taken in once");
    }

    @Test void theNextQuarterKnowsNobodyAgain() {
        var ann = resident("ann@example.org");
        asks(ann, "路灯不亮。", false, Town.at("2026-12-30T09:00"));
        job.run(Town.at("2026-12-30T09:01"));
        asks(ann, "路灯还是不亮。", false, Town.at("2027-01-04T09:00"));
        job.run(Town.at("2027-01-04T09:01"));
        assertNotEquals(all().getFirst().voice(), all().getLast().voice());
        assertTrue(town.database.database().sql().sql("select sealed is not null from voice_secret where campaign = 'cases-2026-q4'").query(Boolean.class).single(),
                "a month for what comes late");
        job.run(Town.at("2027-02-04T09:00"));
        assertTrue(town.database.database().sql().sql("select sealed is null from voice_secret where campaign = 'cases-2026-q4'").query(Boolean.class).single());
        assertTrue(town.database.database().sql().sql("select sealed is not null from voice_secret where campaign = 'cases-2027-q1'").query(Boolean.class).single());
    }

    @Test void whatIsMaskedStaysMaskedAndWhatIsConfidentialIsNotThere() {
        asks(null, "请打 13812345678 找我，路灯不亮。", false, MONDAY);
        asks(null, "不要公开这件事。", true, MONDAY.plus(Duration.ofMinutes(1)));
        job.run(MONDAY);
        assertEquals(1, all().size());
        assertTrue(!all().getFirst().text().contains("13812345678") && all().getFirst().words().startsWith("路灯不亮\n"), all().getFirst().text());
    }

    @Test void aConcealedCaseIsInNoAnswerAnyMore() {
        var number = asks(null, "路灯不亮。", false, MONDAY);
        job.run(MONDAY);
        var key = contributions.key(number).orElseThrow();
        assertEquals(number.text(), contributions.of(List.of(key)).getFirst().reference());
        town.database.database().sql().sql("update cases set confidential = true where case_number = ?").params(number.text()).update();
        assertEquals(List.of(), contributions.of(List.of(key)));
        assertEquals(List.of(), all());
    }

    @Test void whoWasVerifiedSpeaksVerified() {
        var ann = resident("ann@example.org");
        verifications.add(ann, new Verified("https://issuer.test", "ann", "high", MONDAY)).orThrow();
        asks(ann, "路灯不亮。", false, MONDAY);
        asks(resident("bo@example.org"), "路灯不亮。", false, MONDAY.plusSeconds(1));
        job.run(MONDAY);
        assertEquals(List.of(true, false), all().stream().map(Contribution::verified).toList());
    }
}
