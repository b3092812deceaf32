package lianqiao.app.bench;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianqiao.base.Jurisdiction;
import lianqiao.store.Database;
import lianqiao.store.DataFolder;
import lianqiao.store.EmbeddedPostgres;
import lianqiao.store.Event;
import lianqiao.store.Events;
import lianqiao.transparency.EventLeaves;
import lianqiao.transparency.LogSecret;
import lianqiao.transparency.LogSettings;
import lianqiao.transparency.PublicLog;

/**
 * A program of its own that writes public steps and brings the log up to date until it is killed, or for so many rounds.
 * After each round it says where the log stands.
 */
final class LogWorker {
    private LogWorker() {}

    /** @param line the data folder of a running city, its jurisdiction, the witnesses as a setting, the rounds (0: until killed) */
    public static void main(String[] line) {
        var folder = Path.of(line[0]);
        var clock = InstantSource.system();
        try (var pool = EmbeddedPostgres.join(folder).orElseThrow().app().pool(2)) {
            var database = Database.on(pool, new Jurisdiction(line[1]));
            var events = new Events(database, new EventLeaves());
            var subject = "kill-" + UUID.randomUUID();
            var settings = new LogSettings(PublicLog.origin(database).orElse("bench.example/log"), LogSecret.of(DataFolder.key(folder, "log")), folder.resolve("log"),
                    LogSettings.addresses(line[2]), 1);
            try (var log = PublicLog.of(database, settings, settings.guardOnThisMachine())) {
                int rounds = Integer.parseInt(line[3]);
                for (int round = 1; rounds == 0 || round <= rounds; round++) {
                    for (int step = 1; step <= 20; step++) {
                        int number = (round - 1) * 20 + step;
                        database.inTransaction(() -> events.append(List.of(new Event(subject, number, "InterimReported", clock.instant(), "OFFICER", "bench", null, Map.of())), false, List.of()));
                    }
                    log.advance(clock.instant());
                    var view = log.view();
                    System.out.println(view.trouble() + " " + view.size() + " " + view.key());
                }
            }
        }
    }
}
