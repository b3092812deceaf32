package lianqiao.desk;

import static lianqiao.town.Browser.assertNoAxeViolations;
import static lianqiao.town.Browser.assertNoSidewaysScroll;
import static lianqiao.town.Browser.assertValidHtml;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.imageio.ImageIO;
import lianqiao.base.Language;
import lianqiao.cases.Act;
import lianqiao.cases.By.Role;
import lianqiao.cases.By;
import lianqiao.cases.Cases;
import lianqiao.cases.Kind;
import lianqiao.cases.NewCase;
import lianqiao.cases.Photos;
import lianqiao.offices.AreaCode;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.ServiceCode;
import lianqiao.privacy.Details;
import lianqiao.town.Browser;
import lianqiao.town.Browser.Eyes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A neighbour is named in public: the desk masks the name, everybody sees that and why, the author appeals, a third person decides. */
class ModerationStoryTest {
    private static TownDesk desk;
    private static Browser browser;

    @BeforeAll static void open() {
        desk = new TownDesk();
        browser = Browser.start();
    }

    @AfterAll static void close() {
        browser.close();
    }

    private static void look(Page page, String name) throws Exception {
        Browser.picture(page, "moderation-" + name);
        assertNoAxeViolations(page);
        assertNoSidewaysScroll(page);
        assertValidHtml(page.content());
    }

    private static void press(Page page) {
        page.click("main form button[value=do]");
    }

    /** Filed with a photo, sent to the urban office and accepted there. */
    private Cases.Received quarrel() throws Exception {
        var picture = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(new Color(120, 160, 90));
        pen.fillRect(0, 0, 400, 300);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", bytes);
        var photo = desk.town.room(Photos.class).keep(bytes.toByteArray(), desk.now()).orThrow();
        var received = desk.cases.receive(new NewCase(Kind.COMPLAINT, new ServiceCode("lamp"), new AreaCode("shiliuqiao"), "柳枝巷", null, "李守拙每晚放音乐",
                "邻居李守拙每晚放音乐到两点，说了也不听。我的电话13912345678。", Language.ZH, false, null, "web", null, null, List.of(photo)), By.resident(), desk.now()).orThrow();
        desk.does(received.number(), new Act.Assign(new OfficeCode("urban"), List.of(), ""), Role.DISPATCHER, "dispatcher").orThrow();
        desk.does(received.number(), new Act.Accept(), Role.OFFICER, "officer").orThrow();
        return received;
    }

    @Test void aNameIsMaskedAppealedAndDecided() throws Exception {
        var received = quarrel();
        var number = received.number();
        var at = desk.town.address() + "/desk/cases/" + number;
        var page = browser.open(Eyes.DESKTOP);
        desk.signIn(page, "", "officer");
        page.navigate(at + "/propose-measure");
        look(page, "propose");
        press(page);
        look(page, "propose-error");
        page.selectOption("#target", "1");
        page.check("input[name=form][value=MASK]");
        page.fill("#passages", "李守拙");
        page.check("input[name=basis][value=privacy]");
        page.selectOption("#content", "PERSONAL");
        page.fill("#why", "点了邻居的名字，与办理无关。");
        press(page);
        assertTrue(desk.town.get("/case/" + number).body().contains("李守拙"), "a proposal changes nothing in public");
        assertEquals(0, page.locator("a[href$='/mask']").count(), "who proposed it is not offered to confirm it");
        look(page, "proposed");
        desk.signOut(page);

        desk.signIn(page, "", "supervisor");
        page.navigate(desk.town.address() + "/desk/measures");
        look(page, "waiting");
        page.click("text=" + number);
        assertTrue(page.content().contains("李守拙"), "who confirms sees the passages");
        look(page, "confirm");
        page.check("input[name=measure]");
        press(page);
        look(page, "confirmed");
        var shown = desk.town.get("/case/" + number).body();
        assertFalse(shown.contains("李守拙") || shown.contains("13912345678"), shown);
        for (var said : List.of("遮盖了这里的部分文字", "他人或本人的私事", "《民法典》", "作者可以在")) assertTrue(shown.contains(said), said);
        assertTrue(desk.town.get("/moderation").body().contains(number.text()));
        desk.signOut(page);

        page.navigate(desk.town.address() + "/case/" + number);
        look(page, "tombstone");
        page.navigate(desk.town.address() + "/en/moderation");
        look(page, "list-en");
        page.navigate(desk.town.address() + "/follow");
        page.fill("#number", number.text());
        page.fill("#code", received.code().grouped());
        page.click("main form button[type=submit]");
        assertTrue(page.content().contains("李守拙") && page.content().contains("13912345678"), "the author reads every word");
        page.click("text=对遮盖或不予显示提出异议");
        page.check("input[name=measure]");
        page.fill("#appeal", "他自己也在网上公开叫这个名字。");
        look(page, "appeal");
        page.click("form[action$='/follow/appeal'] button");
        assertTrue(page.content().contains("已收到您的异议"));
        assertTrue(desk.town.get("/moderation").body().contains("应在"), "the open appeal stands on the public page with its date");
        Browser.leave(page);

        var supervisor = new Visitor(desk);
        supervisor.signIn("supervisor");
        var waiting = supervisor.get("/desk/measures").body();
        assertTrue(waiting.contains(number.text()) && waiting.contains("没有提议"), waiting);
        desk.does(number, new Act.Restore(desk.see(number).measures().getFirst().number(), "名字本来就是公开的"), Role.LEADER, "leader").orThrow();
        assertTrue(desk.town.get("/case/" + number).body().contains("李守拙每晚放音乐"));
        assertFalse(desk.town.get("/case/" + number).body().contains("13912345678"));
    }

    @Test void partOfAPhotoIsBlackenedWithNumbersTypedIntoAForm() throws Exception {
        var received = quarrel();
        var number = received.number();
        var photo = received.mine().trail().getFirst().photos().getFirst();
        var officer = new Visitor(desk);
        officer.signIn("officer");
        var path = "/desk/cases/" + number + "/propose-measure";
        var form = officer.get(path).body();
        var wrong = officer.post(path, form, "step", "do", "target", "1/" + photo, "form", "MASK", "boxes", "10 10 5", "basis", "portrait", "content", "PICTURE", "why", "有人脸");
        assertEquals(422, wrong.statusCode());
        assertTrue(wrong.body().contains("不是四个百分数"), wrong.body());
        assertEquals(303, officer.post(path, form, "step", "do", "target", "1/" + photo, "form", "MASK", "boxes", "10 10 50 60\n70,20,80,40", "basis", "portrait",
                "content", "PICTURE", "why", "有人脸").statusCode());
        int proposal = desk.see(number).measures().getFirst().proposal();
        desk.does(number, new Act.Mask(proposal), Role.SUPERVISOR, "supervisor").orThrow();
        assertEquals(404, desk.town.get("/photo/" + photo + ".jpg").statusCode(), "the old address answers nothing any more");
        var instead = desk.cases.publicly(number, desk.now()).orElseThrow().trail().getFirst().photos().getFirst();
        assertEquals(200, desk.town.get("/photo/" + instead + ".jpg").statusCode());
        assertTrue(desk.town.get("/case/" + number).body().contains("一张照片的一部分"));
    }

    @Test void aResidentSeesBeforeSendingWhatWillBeMasked() throws Exception {
        for (var eyes : List.of(Eyes.DESKTOP, Eyes.PHONE)) {
            var page = browser.open(eyes);
            page.navigate(desk.town.address() + (eyes == Eyes.PHONE ? "/en" : "") + "/ask");
            page.fill("#title", "湘A12345堵住出口");
            page.fill("#body", "从昨晚起就停在那里。请打13912345678，家里0731-84012345，微信号 lihua_2019。");
            page.check("input[name=kind][value=COMPLAINT]");
            page.selectOption("#service", "lamp");
            page.selectOption("#area", "shiliuqiao");
            page.check("input[name=no-contact]");
            page.check("input[name=open][value=public]");
            page.click("button[value=preview]");
            assertEquals(4, page.locator("main mark").count(), page.content());
            assertEquals(4, page.locator("#masked ~ ul li").count());
            look(page, "preview-" + eyes.width());
            Browser.leave(page);
        }
    }

    @Test void aPreviewAtTheDeskShowsWhatWillBeMaskedInAnAnswer() throws Exception {
        var number = quarrel().number();
        var officer = new Visitor(desk);
        officer.signIn("officer");
        var path = "/desk/cases/" + number + "/answer";
        var preview = officer.post(path, officer.get(path).body(), "step", "preview", "text", "请打城管局0731-84012345，或我的手机13912345678。").body();
        assertTrue(preview.contains("0731-84012345，或我的手机<mark>") && preview.contains(Details.MASK) && preview.contains("公开时会遮住 1 处个人信息"), preview);
        assertValidHtml(preview);
    }
}
