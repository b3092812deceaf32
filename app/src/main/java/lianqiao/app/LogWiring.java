package lianqiao.app;

import java.nio.file.Files;
import java.nio.file.Path;
import lianqiao.outside.Guard;
import lianqiao.store.CannotStart;
import lianqiao.store.Database;
import lianqiao.store.Events;
import lianqiao.store.SecretFile;
import lianqiao.transparency.CompareEventsWithTheLog;
import lianqiao.transparency.Comparison;
import lianqiao.transparency.EventLeaves;
import lianqiao.transparency.LogSecret;
import lianqiao.transparency.LogSettings;
import lianqiao.transparency.PublicLog;
import lianqiao.transparency.PublishTheLog;
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
        var file = settings.log().keyFile();
        var secret = file.map(LogWiring::read).orElseGet(() -> LogSecret.of(installation.key("log")));
        // The log keeps the name it was begun under, wherever the site moves.
        var begun = PublicLog.origin(database);
        var origin = begun.or(secret::name).orElseGet(() -> settings.publicUrl().getAuthority() + "/log");
        if (secret.name().filter(name -> !name.equals(origin)).isPresent()) throw new CannotStart("app.setting.logkey.name", file.orElseThrow(), secret.name().get(), origin);
        return PublicLog.of(database, new LogSettings(origin, secret, installation.path().resolve("log"), settings.log().witnesses(), settings.log().quorum()), guard);
    }

    @Bean Comparison comparison(Database database, Installation installation) {
        return new Comparison(database, installation.path().resolve("log"));
    }

    private static LogSecret read(Path file) {
        if (Files.notExists(file)) throw new CannotStart("app.setting.logkey", file);
        return LogSecret.read(SecretFile.read(file)).orElseThrow(() -> new CannotStart("app.setting.logkey", file));
    }

    @Bean PublishTheLog publishTheLog(PublicLog log) {
        return new PublishTheLog(log);
    }

    @Bean CompareEventsWithTheLog compareEventsWithTheLog(Comparison comparison) {
        return new CompareEventsWithTheLog(comparison);
    }
}
