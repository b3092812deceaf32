package lianqiao.app.commands;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import lianqiao.app.RunningServer;
import lianqiao.app.Settings;
import lianqiao.app.demo.DemoKeys;
import lianqiao.app.demo.DemoTown;
import lianqiao.cases.Cases;
import lianqiao.cases.Photos;
import lianqiao.identity.OfficerLogins;
import lianqiao.identity.Residents;
import lianqiao.offices.Officer;
import lianqiao.offices.Offices;
import lianqiao.store.DataFolder;
import lianqiao.store.Database;

/** Runs the invented city: fills an empty installation first, then says where to look and how to sign in. */
final class DemoCommand implements Command {
    @Override public String name() {
        return "demo";
    }

    @Override public int run(Call call, PrintStream out) {
        call.onlyOptions(Settings.OPTIONS);
        var data = call.settings().data();
        // The key marks the folder as invented, so it is made before the first start and never in a real installation.
        var invented = !Files.exists(data.resolve("postgres")) || Files.exists(data.resolve("keys").resolve("demo.key"));
        if (invented) DataFolder.key(data, "demo");
        var server = RunningServer.start(call.settings());
        var words = Sentences.in(call.language());
        if (invented) {
            var keys = DemoKeys.from(DataFolder.key(data, "demo"));
            var guides = fill(server, keys, call, out);
            out.println(words.say("app.demo.ready", call.settings().publicUrl(), data));
            if (!guides.isEmpty()) signIns(guides, keys, call, out);
        } else {
            out.println(words.say("app.demo.real", call.settings().publicUrl(), data));
        }
        out.flush();
        server.awaitEnd();
        return 0;
    }

    /** Brings the offices and the cases of the last 90 days into an installation that has none; otherwise does nothing. */
    private static List<Officer> fill(RunningServer server, DemoKeys keys, Call call, PrintStream out) {
        var town = new DemoTown(server.room(Database.class), server.room(Offices.class), server.room(OfficerLogins.class),
                server.room(Residents.class), server.room(Cases.class), server.room(Photos.class), call.settings().zone(), call.settings().data());
        var filled = town.fill(keys, call.clock().instant());
        var words = Sentences.in(call.language());
        if (filled.cases() > 0) out.println(words.say("app.demo.filled", filled.cases()));
        filled.refused().forEach(out::println);
        return town.guides();
    }

    /** Prints one sign-in per role, and the code of the moment whenever somebody presses Enter. */
    private static void signIns(List<Officer> guides, DemoKeys keys, Call call, PrintStream out) {
        var words = Sentences.in(call.language());
        out.println(words.say("app.demo.sign-in", call.settings().publicUrl() + "/desk", keys.password(), keys.secret()));
        for (var guide : guides) out.println("  %-12s %s".formatted(guide.id(), words.say("app.demo.guide." + guide.id())));
        out.println(words.say("app.demo.code", OfficerLogins.codeAt(keys.secret(), call.clock().instant())));
        Thread.ofPlatform().daemon().name("codes").start(() -> tellCodes(keys, call, out, words));
    }

    private static void tellCodes(DemoKeys keys, Call call, PrintStream out, Sentences words) {
        try (var typed = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            while (typed.readLine() != null) out.println(words.say("app.demo.code", OfficerLogins.codeAt(keys.secret(), call.clock().instant())));
        } catch (IOException e) {
            // Nobody is typing any more; the city goes on.
        }
    }
}
