package lianqiao.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import lianqiao.brief.Briefs;
import lianqiao.cases.Act;
import lianqiao.cases.By.Role;
import lianqiao.offices.Delegation;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.OfficerId;
import lianqiao.town.Browser;
import lianqiao.town.Browser.Eyes;
import org.junit.jupiter.api.Test;

/** Every page of the desk is valid, readable by all and no wider than its window, in both languages. */
class DeskPagesTest extends AtTheDesk {
    private static void lookAt(String path, Page page) throws Exception {
        assertEquals(200, page.navigate(desk.town.address() + path).status(), path);
        look(page, "page" + path.replaceAll("[^a-z0-9]+", "-"));
    }

    private static void lookAtAll(Eyes eyes, String prefix, String login, List<String> paths) throws Exception {
        var page = browser.open(eyes);
        desk.signIn(page, prefix, login);
        for (var path : paths) lookAt(prefix + path, page);
        Browser.leave(page);
    }

    @Test void thePagesOfAnAdministrator() throws Exception {
        var paths = new ArrayList<>(List.of("/desk/admin", "/desk/admin/people", "/desk/admin/people/entry", "/desk/admin/people/entry?code=officer", "/desk/admin/covering", "/desk/admin/calendar", "/desk/admin/jobs"));
        var officer = new OfficerId("dengxinzhou.officer");
        desk.offices.put(new Delegation(officer, new OfficerId("dengxinzhou.head"), desk.now().minusSeconds(60), desk.now().plusSeconds(86_400))).orThrow();
        for (var register : List.of("offices", "areas", "services", "routing", "templates", "grounds", "reasons", "measures")) paths.add("/desk/admin/entry/" + register);
        paths.addAll(List.of("/desk/admin/list/offices", "/desk/admin/entry/offices?code=urban", "/desk/admin/entry/routing?code=lamp,*"));
        lookAtAll(Eyes.DESKTOP, "", "admin", paths);
        lookAtAll(Eyes.PHONE, "/en", "admin", List.of("/desk/admin", "/desk/admin/people", "/desk/admin/covering", "/desk/admin/jobs", "/desk/admin/list/services", "/desk/admin/entry/services?code=lamp"));
    }

    @Test void thePagesOfTheHotline() throws Exception {
        desk.asks("灯泡坏了");
        for (var prefix : List.of("", "/en")) {
            lookAtAll(prefix.isEmpty() ? Eyes.DESKTOP : Eyes.PHONE, prefix, "dispatcher2",
                    List.of("/desk", "/desk?view=waiting", "/desk?view=all&service=lamp", "/desk/call-backs", "/desk/messages", "/desk/overdue", "/desk/operator", "/desk/find?q=lamp", "/desk/hot"));
        }
    }

    @Test void thePagesOfWhoLooksAfterTheLooking() throws Exception {
        desk.asks("巷口的灯不亮");
        lookAtAll(Eyes.DESKTOP, "", "auditor", List.of("/desk/audit", "/desk/me"));
        lookAtAll(Eyes.PHONE, "/en", "auditor", List.of("/desk/audit", "/desk/audit?officer=officer", "/desk/me"));
        lookAtAll(Eyes.DESKTOP.inTheDark(), "", "admin", List.of("/desk/sign-ins", "/desk/floods"));
        lookAtAll(Eyes.PHONE, "/en", "operator", List.of("/desk/counter"));
    }

    @Test void theFormsOfAnOffice() throws Exception {
        var number = desk.handled("楼道口的灯不亮");
        desk.does(number, new Act.GiveTask(new OfficeCode("urban"), "去看看灯杆"), Role.OFFICER, "officer").orThrow();
        desk.does(number, new Act.Note("已电话联系"), Role.OFFICER, "officer").orThrow();
        var at = "/desk/cases/" + number;
        var forms = List.of("", "/answer", "/claim-done", "/report", "/extend", "/give-task", "/finish-task", "/note", "/put-on-book", "/refuse", "/join", "/ask-back", "/escalate");
        lookAtAll(Eyes.PHONE, "/en", "urban.field", List.of("/desk/tasks", "/desk?view=mine&state=HANDLING"));
        var morning = "/desk/brief/" + desk.town.room(Briefs.class).write(desk.now()).day();
        lookAtAll(Eyes.DESKTOP, "", "supervisor", List.of("/desk", "/desk?view=dispatch", "/desk/pressing", "/desk/suggestions", "/desk/folds", "/desk/surges", morning));
        lookAtAll(Eyes.PHONE, "/en", "leader", List.of("/desk/brief", morning + "/due", "/desk/pressing", "/desk/folds", "/desk/surges"));
        lookAtAll(Eyes.DESKTOP.inTheDark(), "", "head", forms.stream().map(form -> at + form).toList());
        lookAtAll(Eyes.PHONE, "/en/large", "head", List.of(at, at + "/claim-done", at + "/finish-task"));
    }
}
