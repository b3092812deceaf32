package lianqiao.app;

import static lianqiao.fuzz.Target.promise;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lianqiao.app.commands.Call;
import lianqiao.fuzz.Target;
import lianqiao.store.CannotStart;

public final class AppFuzz {
    public static final List<Target> TARGETS = List.of(Target.ofText("database-url", AppFuzz::databaseUrl), Target.ofText("settings", AppFuzz::settings).slow(),
            Target.ofText("command-line", AppFuzz::commandLine), Target.ofText("trusted-proxies", AppFuzz::proxies));

    private static final String SECRET = "s3cr3t-of-the-mail-7f1";

    private AppFuzz() {}

    private static void databaseUrl(String text) {
        try {
            DatabaseUrl.login(text);
        } catch (IllegalArgumentException notOne) {
            // a refusal
        }
    }

    /** Lines of NAME=value. */
    private static void settings(String text) {
        var given = text.lines().filter(line -> line.indexOf('=') > 0).collect(Collectors.toMap(line -> line.substring(0, line.indexOf('=')), line -> line.substring(line.indexOf('=') + 1), (_, last) -> last, java.util.HashMap::new));
        // The fuzzer reads the secret here and puts it into other settings, whose values may be repeated.
        given.values().removeIf(value -> value.contains(SECRET));
        given.put("LIANQIAO_MAIL_PASSWORD", SECRET);
        try {
            var read = Settings.read(given, Map.of("data", "/tmp/fuzz"));
            promise(read.port() >= 1 && read.port() <= 65_535, "a port is a port");
            promise(!read.mail().toString().contains(SECRET), "a password is not printed");
        } catch (CannotStart refused) {
            promise(!refused.toString().contains(SECRET) && !refused.in(lianqiao.base.Language.EN).contains(SECRET), "a password is not repeated");
        }
    }

    private static void proxies(String text) {
        try {
            for (var network : TrustedProxies.read(text).split(",")) promise(Integer.parseInt(network.substring(network.indexOf('/') + 1)) >= 8, "nobody trusts the whole world");
        } catch (IllegalArgumentException refused) {
            // a refusal
        }
    }

    private static void commandLine(String text) {
        try {
            Call.of(List.of(text.split(" ")), Map.of(), InstantSource.fixed(Instant.EPOCH));
        } catch (CannotStart refused) {
            // a refusal
        }
    }
}
