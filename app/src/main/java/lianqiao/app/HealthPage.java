package lianqiao.app;

import lianqiao.store.Database;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For the machine that watches: 200 while the database answers, 503 while it does not. Says nothing about anyone. */
@RestController
class HealthPage {
    private final Database database;

    HealthPage(Database database) {
        this.database = database;
    }

    @GetMapping(path = "/health", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> health() {
        return database.answers() ? ResponseEntity.ok("ok\n") : ResponseEntity.status(503).body("database\n");
    }
}
