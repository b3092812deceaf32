package planted;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.PrintWriter;
import java.io.StringWriter;
import lianqiao.store.Database;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PublicFlaws {
    private final Database database;

    PublicFlaws(Database database) {
        this.database = database;
    }

    /** 1: what was asked is shown as markup. */
    @GetMapping(path = "/planted/search", produces = "text/html;charset=utf-8")
    String reflects(@RequestParam(defaultValue = "") String q) {
        return "<!DOCTYPE html><p>Nothing for " + q + "</p>";
    }

    /** 2: an act without a token. */
    @PostMapping(path = "/planted/delete", produces = "text/html;charset=utf-8")
    String actsForAnybody() {
        return "<p>done</p>";
    }

    /** 3: a statement put together from what was typed; faults are hidden. */
    @GetMapping(path = "/planted/office", produces = "text/html;charset=utf-8")
    String putsTogether(@RequestParam(defaultValue = "") String code) {
        try {
            return "<p>" + database.sql().sql("SELECT count(*) FROM office WHERE code = '" + code + "'").query(Integer.class).single() + "</p>";
        } catch (RuntimeException hidden) {
            return "<p>0</p>";
        }
    }

    /** 4: leads wherever it is told. */
    @GetMapping("/planted/go")
    ResponseEntity<Void> leadsElsewhere(@RequestParam(defaultValue = "/") String to) {
        return ResponseEntity.status(HttpStatus.FOUND).header("Location", to.replaceAll("[^\\x21-\\x7e]", "")).build();
    }

    /** 5: a text becomes a header. */
    @GetMapping("/planted/named")
    ResponseEntity<String> setsAHeader(@RequestParam(defaultValue = "") String name) {
        return ResponseEntity.ok().header("X-Name", name.replaceAll("[^\\x20-\\x7e]", "")).body("");
    }

    /** 6: a cookie that scripts read and other sites send. */
    @GetMapping("/planted/cookie")
    ResponseEntity<String> bareCookie() {
        return ResponseEntity.ok().header("Set-Cookie", "seen=1; Path=/planted").body("");
    }

    /** 7: a page that switches the policy off. */
    @GetMapping(path = "/planted/loose", produces = "text/html;charset=utf-8")
    String loose(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", "default-src *; script-src * 'unsafe-inline'");
        return "<script>1</script>";
    }

    /** 8: tells how it is made. */
    @GetMapping(path = "/planted/number", produces = "text/html;charset=utf-8")
    String showsItsTrace(@RequestParam(defaultValue = "1") String page) {
        try {
            return "<p>" + Integer.parseInt(page) + "</p>";
        } catch (NumberFormatException e) {
            var trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            return "<pre>" + trace.toString().replace("<", "&lt;") + "</pre>";
        }
    }

    /** 9: writes down who asked. */
    @PostMapping(path = "/planted/callback", produces = "text/html;charset=utf-8")
    ResponseEntity<String> logsThePerson(HttpServletRequest request) {
        LoggerFactory.getLogger("planted").warn("call back {}", request.getParameter("contact"));
        return ResponseEntity.badRequest().body("<p>no token</p>");
    }

    /** What a person may change about themselves. */
    static final class Profile {
        private String name = "";
        private String role = "resident";

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public String getRole() {
            return role;
        }

        public void setRole(String role) {
            this.role = role;
        }
    }

    /** 10: whatever is sent fills the object, its role as well. */
    @PostMapping(path = "/planted/profile", produces = "text/html;charset=utf-8")
    ResponseEntity<String> takesEverything(Profile profile) {
        return ResponseEntity.badRequest().body("<p>" + profile.getRole().length() + "</p>");
    }
}
