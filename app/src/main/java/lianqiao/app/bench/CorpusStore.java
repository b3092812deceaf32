package lianqiao.app.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.ArrayList;
import java.util.HashMap;
import lianqiao.app.bench.CorpusCase.Choices;
import lianqiao.base.Jurisdiction;
import lianqiao.store.Database;
import lianqiao.store.Login;
import org.postgresql.PGConnection;

/**
 * Writes the corpus with the owner's rights and looks behind the curtain afterwards. It is no way into an installation:
 * it only ever sees the database in a bench's own folder. What a crash leaves half-written is thrown away with the folder.
 */
final class CorpusStore implements AutoCloseable {
    private static final int PORTION = 5_000;
    private static final int WRITERS = 2;
    private static final Duration HISTORY = Duration.ofDays(3 * 365);
    /** From so many new cases on, it is quicker to build the indexes anew than to keep them while writing. */
    private static final int MANY = 50_000;

    private final HikariDataSource pool;
    private final Database database;
    private final String place;

    CorpusStore(Login owner, Jurisdiction jurisdiction) {
        pool = owner.pool(WRITERS + 1);
        database = Database.on(pool, jurisdiction);
        place = jurisdiction.code();
    }

    /** Adds the cases from number {@code from} up to number {@code to}, spread over three years before {@code today}. */
    void grow(int from, int to, Choices choices, Instant today, Consumer<Integer> progress) {
        // A copy cannot work out a transaction's number: for as long as it lasts, the column does.
        run("alter table events alter column tx set default pg_current_xact_id()");
        var indexes = to - from >= MANY ? withoutIndexes() : List.<String>of();
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            var texts = new CorpusText();
            var jobs = new ArrayList<Future<?>>();
            for (int start = from; start < to; start += PORTION) {
                int first = start;
                int last = Math.min(to, start + PORTION);
                jobs.add(writers.submit(() -> {
                    portion(first, last, new Growth(from, to, today), new CorpusCase(choices, texts, today));
                    progress.accept(last);
                }));
            }
            for (var job : jobs) job.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        run("alter table events alter column tx drop default");
        indexes.forEach(this::run);
        settle();
    }

    private record Growth(int from, int to, Instant today) {
        Instant received(int counter) {
            double share = (counter - from + 0.5) / (to - from);
            return today.minus(HISTORY).plusSeconds((long) (share * (HISTORY.toSeconds() - 86_400)));
        }
    }

    private void portion(int first, int last, Growth growth, CorpusCase one) {
        var random = new Random(first);
        for (int counter = first; counter < last; counter++) one.live(counter + 1, growth.received(counter), random);
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            copy(connection, "cases (" + CorpusCase.CASES + ")", one.cases);
            copy(connection, "events (" + CorpusCase.EVENTS + ")", one.events);
            copy(connection, "case_texts (" + CorpusCase.TEXTS + ")", one.written);
            copy(connection, "resident (" + CorpusCase.RESIDENTS + ")", one.residents);
            connection.commit();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Connection connection, String table, StringBuilder rows) throws SQLException, IOException {
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin", new StringReader(rows.toString()));
    }

    /** Drops the indexes that no constraint needs, and answers how to make them again. */
    private List<String> withoutIndexes() {
        var found = new HashMap<String, String>();
        database.sql().sql("""
                select indexname, indexdef from pg_indexes where schemaname = 'public' and tablename in ('cases', 'events', 'case_texts', 'resident')
                  and indexname not in (select conname from pg_constraint)""")
                .query(row -> { found.put(row.getString(1), row.getString(2)); });
        found.keySet().forEach(name -> run("drop index " + name));
        return List.copyOf(found.values());
    }

    private void run(String statement) {
        try (var connection = pool.getConnection(); var one = connection.createStatement()) {
            one.execute("set maintenance_work_mem = '256MB'");
            one.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing of the corpus is news to anybody: every follower stands at its end, and the planner knows its shape. */
    private void settle() {
        database.sql().sql("""
                update followers set tx = last.tx, position = last.position
                from (select tx, position from events where jurisdiction = ? order by tx desc, position desc limit 1) last
                where jurisdiction = ?""").params(place, place).update();
        for (var table : List.of("cases", "events", "case_texts", "resident")) run("vacuum (analyze, freeze) " + table);
    }

    /** Numbers of public cases, drawn from all over the table. */
    List<String> numbers(int most) {
        return database.sql().sql("select case_number from cases where jurisdiction = ? and not confidential order by hashtext(case_number) limit ?")
                .params(place, most).query(String.class).list();
    }

    /** How many of these cases are stored whole: with first event, resident, sealed contact and follow-up code. */
    int storedWhole(List<String> numbers) {
        return database.sql().sql("""
                select count(*) from cases c
                join events e on e.jurisdiction = c.jurisdiction and e.subject = c.case_number and e.number = 1
                join resident r on r.jurisdiction = c.jurisdiction and r.id = c.resident_id and length(r.sealed) > 28
                where c.jurisdiction = ? and c.case_number = any (?) and c.follow_code is not null""")
                .params(place, numbers.toArray(String[]::new)).query(Integer.class).single();
    }

    /** Takes in every case that is not yet a contribution, each as somebody's own voice, and marks three of a hundred as unable to wait. */
    void contribute() {
        database.sql().sql("""
                insert into contributions (jurisdiction, case_number, period, verified)
                select jurisdiction, case_number, 'bench', false from cases where jurisdiction = ? and not confidential order by received_at, case_number on conflict do nothing""")
                .param(place).update();
        database.sql().sql("""
                insert into urgency (jurisdiction, key, reference, tier, self_harm, vulnerable, signs, sentence_from, sentence_to, at)
                select c.jurisdiction, c.key, c.case_number, case when c.key % 1000 = 0 then 'NOW' else 'SOON' end, false, c.key % 2 = 0, '停水', 0, 0, k.received_at
                from contributions c join cases k on k.jurisdiction = c.jurisdiction and k.case_number = c.case_number
                where c.jurisdiction = ? and c.key % 33 in (0, 1) on conflict do nothing""").param(place).update();
        for (var table : List.of("contributions", "urgency")) run("vacuum (analyze) " + table);
    }

    /** How many followers of the events have not come to their end yet. */
    int followersBehind() {
        return database.sql().sql("""
                select count(*) from followers f where f.jurisdiction = ? and (f.tx, f.position) <
                    (select e.tx, e.position from events e where e.jurisdiction = ? order by e.tx desc, e.position desc limit 1)""")
                .params(place, place).query(Integer.class).single();
    }

    /** The names of the followers. */
    List<String> followers() {
        return database.sql().sql("select follower from followers where jurisdiction = ? order by follower").param(place).query(String.class).list();
    }

    /** How many letters have been written and not sent yet. */
    long lettersWaiting() {
        return database.sql().sql("select count(*) from outbox where jurisdiction = ? and state = 'WAITING'").param(place).query(Long.class).single();
    }

    /** The size of the database. */
    long bytes() {
        return database.sql().sql("select pg_database_size(current_database())").query(Long.class).single();
    }

    /** Durable commits of one small row a second, one after the other: what this machine's disk can do at this moment. */
    double commitsPerSecond(Duration duration) {
        run("create table if not exists bench_row (jurisdiction text not null, number bigint not null, primary key (jurisdiction, number))");
        database.sql().sql("delete from bench_row where jurisdiction = ?").param(place).update();
        long start = System.nanoTime();
        long count = 0;
        while (System.nanoTime() - start < duration.toNanos()) {
            database.sql().sql("insert into bench_row (jurisdiction, number) values (?, ?)").params(place, count++).update();
        }
        return count * 1e9 / (System.nanoTime() - start);
    }

    @Override public void close() {
        pool.close();
    }
}
