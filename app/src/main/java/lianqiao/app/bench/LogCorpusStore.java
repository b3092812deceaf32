package lianqiao.app.bench;

import com.zaxxer.hikari.HikariDataSource;
import lianqiao.base.Jurisdiction;
import lianqiao.store.Database;
import lianqiao.store.Login;

/** Writes invented public steps with their leaves, with the owner's rights, only ever into the database of a bench's own folder. */
final class LogCorpusStore implements AutoCloseable {
    private static final int PORTION = 100_000;

    private final HikariDataSource pool;
    private final Database database;
    private final String place;

    LogCorpusStore(Login owner, Jurisdiction jurisdiction) {
        pool = owner.pool(2);
        database = Database.on(pool, jurisdiction);
        place = jurisdiction.code();
    }

    /** Adds so many steps, eight to a case; each leaf has the length and the look of a true one. */
    void write(int steps) {
        for (int first = 0; first < steps; first += PORTION) {
            database.sql().sql("""
                    insert into events (jurisdiction, subject, number, name, at, role, facts, leaf, tx)
                    select o.jurisdiction, 'bench-' || n / 8, n % 8 + 1, 'InterimReported', now(), 'OFFICER', '{}',
                        convert_to(format('{"by":"OFFICER","case":"bench-%s","commit":{"facts":"%s","officer":"%s","text":"%s"},"ev":"InterimReported","facts":{},"n":%s,"t":"%s","unit":"bench","v":1}',
                            n / 8, encode(sha256(convert_to('f' || n, 'UTF8')), 'hex'), encode(sha256(convert_to('o' || n, 'UTF8')), 'hex'),
                            encode(sha256(convert_to('t' || n, 'UTF8')), 'hex'), n % 8 + 1, to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')), 'UTF8'),
                        (pg_current_xact_id()::text::bigint + o.ahead)::text::xid8
                    from generate_series(?, ?) as n, event_order o where o.jurisdiction = ?""")
                    .params(first, Math.min(steps, first + PORTION) - 1, place).update();
        }
    }

    /** How many checkpoints were ever signed here. */
    long checkpoints() {
        return database.sql().sql("select count(*) from log_checkpoint where jurisdiction = ?").param(place).query(Long.class).single();
    }

    @Override public void close() {
        pool.close();
    }
}
