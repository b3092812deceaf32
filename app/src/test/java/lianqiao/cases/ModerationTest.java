package lianqiao.cases;

import static lianqiao.cases.Town.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.imageio.ImageIO;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.base.Outcome;
import lianqiao.cases.By.Role;
import lianqiao.cases.Measure.Content;
import lianqiao.cases.Measure.Form;
import lianqiao.cases.Measure.Span;
import lianqiao.cases.Measure.Standing;
import lianqiao.offices.OfficerId;
import lianqiao.privacy.Details;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people, a published ground, a note in place, an appeal on a clock: nothing is taken from the public in silence. */
class ModerationTest {
    private static final String M = Details.MASK;
    private static final Instant MONDAY = at("2026-09-28T09:00");
    private static Town town;
    private static Moderation moderation;

    @BeforeAll static void open() {
        town = new Town();
        moderation = new Moderation(town.database.database());
    }

    @AfterAll static void shut() {
        town.close();
    }

    private static By supervisor(String code) {
        return By.officer(Role.SUPERVISOR, town.offices.hotline().orElseThrow().code(), new OfficerId(code));
    }

    private static By leader(String code) {
        return By.officer(Role.LEADER, town.offices.hotline().orElseThrow().code(), new OfficerId(code));
    }

    private static Cases.Received quarrel() {
        return town.cases.receive(new NewCase(Kind.COMPLAINT, town.service, town.area, "柳巷14号李华家楼下", null, "李华天天深夜放音乐",
                "邻居李华每晚放音乐到两点。李华的电话13800138000。", Language.ZH, false, null, "web", null, null, List.of()), By.resident(), MONDAY).orThrow();
    }

    private static Act.ProposeMeasure maskTheName() {
        return new Act.ProposeMeasure(Form.MASK, 1, null, null, List.of(new Span("title", 0, 2), new Span("body", 2, 4), new Span("body", 13, 15), new Span("address", 5, 7)),
                "privacy", Content.PERSONAL, 0, "点了邻居的名字");
    }

    private static Act.ProposeMeasure withholdAll() {
        return new Act.ProposeMeasure(Form.WITHHOLD, 1, null, null, List.of(), "reputation", Content.INSULT, 0, "整段都是辱骂");
    }

    private static String why(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).why();
    }

    private static int taken(CaseNumber number, Act.ProposeMeasure proposal) {
        int proposed = town.does(number, proposal, supervisor("s1"), MONDAY);
        return town.does(number, proposal.form() == Form.MASK ? new Act.Mask(proposed) : new Act.Withhold(proposed), supervisor("s2"), MONDAY);
    }

    private static Case everybody(CaseNumber number) {
        return town.cases.publicly(number, MONDAY).orElseThrow();
    }

    @Test void aNameIsMaskedByTwoPeopleWhereverItStandsAndTheAuthorStillReadsIt() {
        var received = quarrel();
        var number = received.number();
        int proposed = town.does(number, maskTheName(), town.dispatcher(), MONDAY);
        assertEquals("李华天天深夜放音乐", everybody(number).title(), "a proposal changes nothing");
        assertTrue(everybody(number).measures().isEmpty(), "and is not public");
        town.does(number, new Act.Mask(proposed), supervisor("s2"), MONDAY);
        var shown = everybody(number);
        assertEquals(M + "天天深夜放音乐", shown.title());
        assertEquals("邻居" + M + "每晚放音乐到两点。" + M + "的电话" + M + "。", shown.body());
        assertEquals("柳巷14号" + M + "家楼下", shown.address());
        assertEquals(List.of(M + "天天深夜放音乐"), town.cases.publicLines(List.of(number)).stream().map(CaseLine::title).toList());
        var own = town.cases.own(number, received.code(), MONDAY).orElseThrow();
        assertEquals("李华天天深夜放音乐", own.title());
        assertTrue(own.body().contains("李华") && town.see(number, MONDAY).body().contains("李华"));
        var measure = shown.measures().getFirst();
        assertEquals(Standing.IN_FORCE, measure.standing());
        assertEquals(at("2026-11-28T00:00"), measure.appealUntil());   // sixty days, the last one whole
        assertEquals(null, measure.proposer(), "no officer's code in public");
        assertTrue(town.cases.agreesWithItsEvents(number));
    }

    @Test void oneMayNotDoItAlone() {
        var number = quarrel().number();
        int proposed = town.does(number, withholdAll(), supervisor("s1"), MONDAY);
        assertEquals("cases.refused.same-person", why(town.cases.act(number, new Act.Withhold(proposed), supervisor("s1"), MONDAY)));
        assertEquals("cases.refused.no-proposal", why(town.cases.act(number, new Act.Mask(proposed), supervisor("s2"), MONDAY)), "what was proposed, nothing else");
        var office = town.departments.getFirst();
        assertEquals("cases.refused.other-role", why(town.cases.act(number, new Act.Withhold(proposed), town.officer(office), MONDAY)), "no office withholds what is said about it");
        town.does(number, new Act.Withhold(proposed), leader("l1"), MONDAY);
        assertEquals("cases.refused.no-proposal", why(town.cases.act(number, new Act.Withhold(proposed), supervisor("s2"), MONDAY)));
    }

    @Test void itRestsOnAPublishedGroundAndConcernsSomethingPublic() {
        var number = quarrel().number();
        var madeUp = new Act.ProposeMeasure(Form.WITHHOLD, 1, null, null, List.of(), "embarrassing", Content.INSULT, 0, "难看");
        assertEquals("cases.refused.unknown-ground", why(town.cases.act(number, madeUp, supervisor("s1"), MONDAY)));
        town.does(number, new Act.Note("内部备注"), town.dispatcher(), MONDAY);
        var note = new Act.ProposeMeasure(Form.WITHHOLD, 2, null, null, List.of(), "privacy", Content.PERSONAL, 0, "备注");
        assertEquals("cases.refused.unknown-entry", why(town.cases.act(number, note, supervisor("s1"), MONDAY)));
        var secret = town.cases.receive(new NewCase(Kind.HELP, town.service, town.area, "", null, "求助", "不公开", Language.ZH, true, null, "web", null, null, List.of()),
                By.resident(), MONDAY).orThrow().number();
        assertEquals("cases.refused.nothing-public", why(town.cases.act(secret, withholdAll(), supervisor("s1"), MONDAY)));
    }

    @Test void whatIsWithheldLeavesATombstoneAndComesBackOnAppeal() {
        var received = quarrel();
        var number = received.number();
        int measure = taken(number, withholdAll());
        assertEquals(M, everybody(number).title());
        assertEquals(M, everybody(number).body());
        assertEquals("EntryWithheld", everybody(number).trail().getLast().event());
        assertEquals("reputation", everybody(number).trail().getLast().fact("basis"));
        town.does(number, new Act.Appeal(measure, "没有辱骂，句句属实"), By.resident(), MONDAY);
        var appealed = everybody(number).measures().getFirst();
        assertEquals(Standing.APPEALED, appealed.standing());
        assertEquals(at("2026-10-11T00:00"), appealed.decideBy(), "29, 30, 8, 9 and 10 October, a make-up day");
        assertTrue(everybody(number).trail().stream().noneMatch(e -> e.text().contains("句句属实")), "the words of an appeal are for those who decide");
        assertEquals("没有辱骂，句句属实", town.see(number, MONDAY).trail().getLast().text());
        for (var one : List.of(supervisor("s1"), supervisor("s2")))
            assertEquals("cases.refused.decides-own", why(town.cases.act(number, new Act.Restore(measure, "恢复"), one, MONDAY)));
        town.does(number, new Act.Restore(measure, "是对工作的批评，不是辱骂"), supervisor("s3"), MONDAY);
        assertEquals("李华天天深夜放音乐", everybody(number).title());
        assertTrue(everybody(number).body().endsWith("李华的电话" + M + "。"), "personal details stay masked");
        assertEquals(Standing.RESTORED, everybody(number).measures().getFirst().standing());
        assertEquals("cases.refused.no-measure", why(town.cases.act(number, new Act.Restore(measure, "再来"), supervisor("s3"), MONDAY)));
    }

    @Test void liftingOneMeasureLeavesTheOtherStanding() {
        var number = quarrel().number();
        taken(number, maskTheName());
        int second = taken(number, withholdAll());
        assertEquals(M, everybody(number).body());
        town.does(number, new Act.Restore(second, "太过了"), leader("l1"), MONDAY);
        assertEquals("邻居" + M + "每晚放音乐到两点。" + M + "的电话" + M + "。", everybody(number).body());
    }

    @Test void anAnswerAndAClosedCaseAreNoExceptions() {
        var received = town.asks(MONDAY);
        var number = received.number();
        var office = town.departments.getFirst();
        town.does(number, new Act.Assign(office, List.of(), ""), town.dispatcher(), MONDAY);
        town.does(number, new Act.Accept(), town.officer(office), MONDAY);
        int answer = town.does(number, new Act.Answer("请找李华，住柳巷14号。", List.of()), town.officer(office), MONDAY);
        taken(number, new Act.ProposeMeasure(Form.MASK, answer, null, null, List.of(new Span("text", 2, 4)), "privacy", Content.PERSONAL, 0, "姓名"));
        assertEquals("请找" + M + "，住柳巷14号。", everybody(number).last("ReplyPublished").orElseThrow().text());
        assertEquals(List.of("请找" + M + "，住柳巷14号。"), town.cases.texts(List.of(number)).getFirst().published());
        assertEquals("请找" + M + "，住柳巷14号。", town.cases.tellings(List.of(new Cases.Place(number, answer))).values().iterator().next().text());
        assertEquals("请找李华，住柳巷14号。", town.cases.own(number, received.code(), MONDAY).orElseThrow().last("ReplyPublished").orElseThrow().text());
    }

    @Test void aPhotoIsBlackenedInANewPictureAndTheOldOneIsGoneFromThePublic(@TempDir Path folder) throws Exception {
        var photos = new Photos(folder, town.database.database());
        var photo = photos.keep(white(), MONDAY).orThrow();
        var asked = town.lamp();
        var received = town.cases.receive(new NewCase(asked.kind(), asked.service(), asked.area(), "", null, asked.title(), asked.body(), Language.ZH, false, null,
                "web", null, null, List.of(photo)), By.resident(), MONDAY).orThrow();
        var number = received.number();
        var instead = photos.blackened(photo, List.of(new Photos.Box(25, 25, 50, 50)), MONDAY).orThrow();
        int measure = taken(number, new Act.ProposeMeasure(Form.MASK, 1, photo, instead, List.of(), "portrait", Content.PICTURE, 0, "有人脸"));
        assertEquals(List.of(instead), everybody(number).trail().getFirst().photos());
        assertEquals(List.of(photo), town.cases.own(number, received.code(), MONDAY).orElseThrow().trail().getFirst().photos());
        var picture = ImageIO.read(new ByteArrayInputStream(photos.read(instead, false).orElseThrow()));
        assertTrue(red(picture, 40) < 30 && red(picture, 80) > 220, "black where the box is, white beside it");
        town.does(number, new Act.Restore(measure, "没有人脸"), leader("l1"), MONDAY);
        assertEquals(List.of(photo), everybody(number).trail().getFirst().photos());
        taken(number, withholdAll());
        assertEquals(List.of(), everybody(number).trail().getFirst().photos(), "a case that is withheld shows no photo either");
    }

    /** How red the picture is at so many percent of its width and height. */
    private static int red(BufferedImage picture, int percent) {
        return new Color(picture.getRGB(picture.getWidth() * percent / 100, picture.getHeight() * percent / 100)).getRed();
    }

    private static byte[] white() throws Exception {
        var picture = new BufferedImage(100, 80, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 100, 80);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    @Test void everybodyCanCountWhatWasDoneAndSeeWhichAppealIsLate() {
        try (var fresh = new Town()) {
            var before = town;
            town = fresh;
            var lists = new Moderation(fresh.database.database());
            taken(quarrel().number(), maskTheName());
            var number = quarrel().number();
            int measure = taken(number, withholdAll());
            town.does(number, new Act.Appeal(measure, "请恢复"), By.resident(), MONDAY);
            town = before;
            var hotline = fresh.offices.hotline().orElseThrow().code();
            assertEquals(List.of(new Moderation.Count("privacy", hotline, 1, 0, 0, 0), new Moderation.Count("reputation", hotline, 0, 1, 1, 0)), lists.counts());
            var page = lists.newest(null, 1);
            assertEquals(number, page.getFirst().number());
            assertEquals(1, lists.newest(Moderation.After.read(Moderation.After.of(page.getFirst()).toString()), 5).size());
            var open = lists.openAppeals(5).getFirst();
            assertFalse(open.isOverdueAt(at("2026-10-10T23:59")));
            assertTrue(open.isOverdueAt(at("2026-10-11T00:00")));
        }
    }

    @Test void anAppealHasItsTime() {
        var number = quarrel().number();
        int measure = taken(number, withholdAll());
        assertEquals("cases.refused.appeal-too-late", why(town.cases.act(number, new Act.Appeal(measure, "晚了"), By.resident(), at("2026-12-01T09:00"))));
        assertEquals("cases.refused.no-measure", why(town.cases.act(number, new Act.Uphold(measure, "维持"), supervisor("s3"), MONDAY)), "nobody appealed");
        assertTrue(moderation.counts().size() > 0);
    }
}
