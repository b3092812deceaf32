package lianqiao.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import lianqiao.base.Busy;
import lianqiao.base.Jurisdiction;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database as every {@code *Store} sees it: plain SQL, transactions that join, and the jurisdiction that begins
 * every key. Safe for use by many threads; a transaction belongs to the thread that opened it.
 */
public final class Database {
    private final DataSource source;
    private final Jurisdiction jurisdiction;
    private final JdbcTemplate template;
    private final JdbcClient sql;
    private final TransactionTemplate transactions;

    private Database(DataSource source, Jurisdiction jurisdiction) {
        this.source = source;
        this.jurisdiction = jurisdiction;
        template = new JdbcTemplate(source);
        sql = JdbcClient.create(template);
        transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    /** The database behind {@code source}, which must be connected with the rights of the application's role only. */
    public static Database on(DataSource source, Jurisdiction jurisdiction) {
        return new Database(new PatientSource(source), jurisdiction);
    }

    /** Where SQL is said; inside {@link #inTransaction} it is part of that transaction, outside each statement stands alone. */
    public JdbcClient sql() {
        return sql;
    }

    /** Sends one statement with many rows in one go, in the order of {@code rows}. Call it inside a transaction: alone, a failure may leave a part. */
    public void batch(String statement, List<Object[]> rows) {
        if (!rows.isEmpty()) template.batchUpdate(statement, rows);
    }

    /** The connections themselves, for a library that brings its own SQL; rooms say theirs through {@link #sql}. */
    public DataSource source() {
        return source;
    }

    /**
     * All or nothing: commits when {@code work} returns, undoes everything when it throws. A call inside a call joins it.
     *
     * @throws Busy when no connection became free in time; nothing was begun
     */
    public <T> T inTransaction(Supplier<T> work) {
        try {
            return transactions.<T>execute(_ -> work.get());
        } catch (CannotCreateTransactionException e) {
            throw e.getCause() instanceof Busy busy ? busy : e;
        }
    }

    /** As {@link #inTransaction(Supplier)}, for work without an answer. */
    public void inTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return true;
        });
    }

    /** Whether the database can be asked anything at this moment. */
    public boolean answers() {
        try {
            sql.sql("select 1").query(Integer.class).single();
            return true;
        } catch (Busy | DataAccessException | TransactionException e) {
            return false;
        }
    }

    /** The place whose rows this database reads and writes. */
    public Jurisdiction jurisdiction() {
        return jurisdiction;
    }

    /** Says {@link Busy} when no connection became free in the time that the pool lets anybody wait. */
    private static final class PatientSource extends DelegatingDataSource {
        PatientSource(DataSource pool) {
            super(pool);
        }

        @Override public Connection getConnection() throws SQLException {
            try {
                return super.getConnection();
            } catch (SQLTransientConnectionException e) {
                throw new Busy(e);
            }
        }
    }
}
