package lianqiao.app;

import lianqiao.store.Database;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
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
        try {
            database.sql().sql("select 1").query(Integer.class).single();
            return ResponseEntity.ok("ok\n");
        } catch (DataAccessException | TransactionException e) {
            return ResponseEntity.status(503).body("database\n");
        }
    }
}
