package lianqiao.app;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import lianqiao.store.Login;

/** Reads an address of a PostgreSQL server in either of its two common spellings. */
final class DatabaseUrl {
    private DatabaseUrl() {}

    /** {@code jdbc:postgresql://host/db?user=…&password=…} or {@code postgres://user:password@host:port/db?sslmode=…} */
    static Login login(String text) {
        if (text.startsWith("jdbc:postgresql:")) return new Login(text, "", "", Optional.empty());
        var url = URI.create(text);
        if (url.getHost() == null || !(text.startsWith("postgres://") || text.startsWith("postgresql://"))) throw new IllegalArgumentException("not PostgreSQL");
        var person = url.getRawUserInfo() == null ? new String[] {""} : url.getRawUserInfo().split(":", 2);
        var query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        var port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return new Login("jdbc:postgresql://" + url.getHost() + port + url.getRawPath() + query,
                decoded(person[0]), person.length < 2 ? "" : decoded(person[1]), Optional.empty());
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
