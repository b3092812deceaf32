package lianqiao.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import lianqiao.store.Database;

/** Rows of papers that a clerk has seen, and of what was done to officers' logins. */
final class CounterStore {
    private final Database database;
    private final String jurisdiction;

    CounterStore(Database database) {
        this.database = database;
        jurisdiction = database.jurisdiction().code();
    }

    void seen(String code, String officer, Instant now, Instant until) {
        database.sql().sql("insert into counter_check (jurisdiction, code, officer, at, until) values (?, ?, ?, ?, ?)")
                .params(jurisdiction, code, officer, Timestamp.from(now), Timestamp.from(until)).update();
    }

    /** True for one caller only. */
    boolean use(String code, Instant now) {
        return database.sql().sql("update counter_check set used = true where jurisdiction = ? and code = ? and not used and until > ?")
                .params(jurisdiction, code, Timestamp.from(now)).update() == 1;
    }

    void acted(LoginActs.LoginAct act) {
        database.sql().sql("insert into login_act (jurisdiction, login, act, by, at) values (?, ?, ?, ?, ?)")
                .params(jurisdiction, act.login(), act.act().name(), act.by(), Timestamp.from(act.at())).update();
    }

    List<LoginActs.LoginAct> acts(int most) {
        return database.sql().sql("select * from login_act where jurisdiction = ? order by id desc limit ?").params(jurisdiction, most)
                .query((row, _) -> new LoginActs.LoginAct(row.getString("login"), LoginActs.Did.valueOf(row.getString("act")), row.getString("by"),
                        row.getTimestamp("at").toInstant())).list();
    }
}
