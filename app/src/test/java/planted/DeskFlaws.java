package planted;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DeskFlaws {
    /** 19: a page for administrators that asks nobody who they are. */
    @GetMapping(path = "/desk/admin/planted", produces = "text/html;charset=utf-8")
    ResponseEntity<String> openToEveryOfficer() {
        return ResponseEntity.ok().header("Cache-Control", "no-store").body("<p>all logins</p>");
    }

    /** 20: a page of the desk that every cache may keep. */
    @GetMapping(path = "/desk/planted/list", produces = "text/html;charset=utf-8")
    ResponseEntity<String> mayBeKept() {
        return ResponseEntity.ok().header("Cache-Control", "public, max-age=600").body("<p>names</p>");
    }
}
