package lianqiao.app.commands;

import java.io.PrintStream;
import lianqiao.app.RunningServer;
import lianqiao.app.Settings;

/** Runs the installation until it is told to end. */
final class ServeCommand implements Command {
    @Override public String name() {
        return "serve";
    }

    @Override public int run(Call call, PrintStream out) {
        call.onlyOptions(Settings.OPTIONS);
        var server = RunningServer.start(call.settings());
        out.println(Sentences.in(call.language()).say("app.serve.ready", call.settings().publicUrl(), call.settings().data()));
        if (server.isOnlyHere() && !call.settings().published()) out.println(Sentences.in(call.language()).say("app.serve.only-here"));
        out.flush();
        server.awaitEnd();
        return 0;
    }
}
