package lianqiao.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import lianqiao.store.Database;

/** Rows of failed attempts to sign in, and how long to wait after them. */
final class DelayStore {
    private final Database database;
    private final String jurisdiction;

    DelayStore(Database database) {
        this.database = database;
        jurisdiction = database.jurisdiction().code();
    }

    /**
     * Counts an attempt as failed before it is made, unless it comes too early: then empty. So many attempts at once
     * gain nothing. The first four cost no time, then the wait doubles from 2 seconds to {@code longest}; a day of
     * quiet forgets them.
     */
    Optional<Integer> countAttempt(String who, Instant now, Duration longest) {
        return database.sql().sql("""
                insert into sign_in_delay as d (jurisdiction, who, failures, last_try, next_try) values (:j, :who, 1, :now, :now)
                on conflict (jurisdiction, who) do update set
                    failures = case when d.last_try < :now - interval '1 day' then 1 else d.failures + 1 end,
                    last_try = :now,
                    next_try = :now + case when d.last_try < :now - interval '1 day' or d.failures < 4 then interval '0'
                        else make_interval(secs => least(:longest, power(2, least(d.failures - 3, 30)))) end
                where d.next_try <= :now
                returning failures""").param("j", jurisdiction).param("who", who).param("now", now.atOffset(ZoneOffset.UTC))
                .param("longest", (double) longest.toSeconds()).query(Integer.class).optional();
    }

    Optional<Instant> nextTry(String who) {
        return database.sql().sql("select next_try from sign_in_delay where jurisdiction = ? and who = ?").params(jurisdiction, who)
                .query((row, _) -> row.getTimestamp("next_try").toInstant()).optional();
    }

    void forgetAttempts(String who) {
        database.sql().sql("update sign_in_delay set failures = 0, next_try = last_try where jurisdiction = ? and who = ?").params(jurisdiction, who).update();
    }
}
