package lianqiao.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lianqiao.outside.Guard;
import lianqiao.store.CannotStart;
import lianqiao.store.Database;
import lianqiao.store.Events;
import lianqiao.transparency.EventLeaves;
import lianqiao.transparency.LogSettings;
import lianqiao.transparency.PublicLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the public log together: every event is written with its leaf, and the leaves are published in the folder {@code log}. */
@Configuration(proxyBeanMethods = false)
class LogWiring {
    @Bean Events events(Database database) {
        return new Events(database, new EventLeaves());
    }

    @Bean(destroyMethod = "close") PublicLog publicLog(Database database, Installation installation, Guard guard) {
        var settings = installation.settings();
        var seed = settings.log().keyFile().map(LogWiring::read).orElseGet(() -> installation.key("log"));
        // The log keeps the name it was begun under, wherever the site moves.
        var origin = PublicLog.origin(database).orElseGet(() -> settings.publicUrl().getAuthority() + "/log");
        return PublicLog.of(database, new LogSettings(origin, seed, installation.path().resolve("log"), settings.log().witnesses(), settings.log().quorum()), guard);
    }

    private static byte[] read(Path file) {
        try {
            var seed = Files.readAllBytes(file);
            if (seed.length == 32) return seed;
        } catch (IOException e) {
            // Told below like a file of another length.
        }
        throw new CannotStart("app.setting.logkey", file);
    }
}
