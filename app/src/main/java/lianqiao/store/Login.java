package lianqiao.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Optional;

/**
 * Where a database is and who enters it: a JDBC address, a role and its password (both may be empty when the address
 * carries them), and a role to change to on every connection.
 */
public record Login(String url, String user, String password, Optional<String> actsAs) {

    /** A pool of at most {@code size} connections; the caller closes it. Waits at most 5 s for a free connection: whoever waits longer is told that we are busy. */
    public HikariDataSource pool(int size) {
        var config = new HikariConfig();
        config.setPoolName(actsAs.orElse(user));
        config.setJdbcUrl(url);
        if (!user.isEmpty()) config.setUsername(user);
        if (!password.isEmpty()) config.setPassword(password);
        actsAs.ifPresent(role -> config.setConnectionInitSql("set role " + role));
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(5_000);
        config.setInitializationFailTimeout(10_000);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "lianqiao");
        // Messages of the server may quote a row; what a resident wrote must not reach a log.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return new HikariDataSource(config);
    }

    /** The same entrance with the rights of another role. */
    public Login actingAs(String role) {
        return new Login(url, user, password, Optional.of(role));
    }

    /** Without the password. */
    @Override public String toString() {
        return user + "@" + url.replaceAll("\\?.*", "").replaceAll("//[^/@]*@", "//");
    }
}
