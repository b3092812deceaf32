package lianqiao.store;

import java.nio.file.Path;
import java.sql.SQLException;

/** A program that starts the server of a folder and commits one row after the other until it is killed. */
final class Scribe {
    private Scribe() {}

    public static void main(String[] line) throws SQLException {
        var server = EmbeddedPostgres.start(DataFolder.hold(Path.of(line[0])));
        try (var connection = Roles.connect(server.owner())) {
            Roles.run(connection, "create table note (number int)");
            for (int number = 1; ; number++) {
                Roles.run(connection, "insert into note values (" + number + ")");
                System.out.println(number);
            }
        }
    }
}
