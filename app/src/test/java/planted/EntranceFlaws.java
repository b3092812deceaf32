package planted;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class EntranceFlaws {
    private final AtomicLong tokens = new AtomicLong(1_000_000_000_000_000L);

    /** 21 and 22: a token that counts, and a cookie handed out before anybody is known. */
    @GetMapping(path = "/planted/sign-in", produces = "text/html;charset=utf-8")
    ResponseEntity<String> countsItsTokens(HttpServletRequest request) {
        var body = "<form method=\"post\" action=\"/planted/sign-in\"><input type=\"hidden\" name=\"form-token\" value=\"00000000" + tokens.incrementAndGet() + "\"></form>";
        var answer = ResponseEntity.ok();
        if (request.getCookies() == null) answer.header("Set-Cookie", "planted=" + System.nanoTime() + "; Path=/; HttpOnly; SameSite=Lax");
        return answer.body(body);
    }

    /** 23: says who exists; and keeps the cookie of before. */
    @PostMapping(path = "/planted/sign-in", produces = "text/html;charset=utf-8")
    ResponseEntity<String> saysWhoExists(HttpServletRequest request) {
        if (!"officer".equals(request.getParameter("login"))) return ResponseEntity.status(HttpStatus.UNAUTHORIZED).body("<p>There is no such login.</p>");
        if (!"right".equals(request.getParameter("password"))) return ResponseEntity.status(HttpStatus.UNAUTHORIZED).body("<p>The password is wrong.</p>");
        return ResponseEntity.status(HttpStatus.ACCEPTED).body("<p>Welcome</p>");
    }
}
