package lianqiao.app.commands;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Optional;
import lianqiao.app.RunningServer;
import lianqiao.app.Settings;
import lianqiao.store.CannotStart;
import lianqiao.transparency.Comparison;
import lianqiao.transparency.Comparison.Difference;

/**
 * Compares the whole published log of this installation with the events in its database. Without {@code --with-database} the
 * launcher hands {@code verify-log} to the verifier, which needs no database and trusts nobody.
 */
final class VerifyLogCommand implements Command {
    static final String FLAG = "with-database";
    private static final long AT_ONCE = 51_200;

    @Override public String name() {
        return "verify-log";
    }

    @Override public int run(Call call, PrintStream out) {
        var options = new ArrayList<>(Settings.OPTIONS);
        options.add(FLAG);
        call.onlyOptions(options);
        if (call.option(FLAG).isEmpty() || !call.words().isEmpty()) throw new CannotStart("app.command.verify-log");
        var words = Sentences.in(call.language());
        try (var server = RunningServer.startBeside(call.settings())) {
            var comparison = server.room(Comparison.class);
            long size = comparison.published().orElseThrow(() -> new CannotStart("app.compare.nothing", call.settings().data().resolve("log")));
            var found = first(comparison, size, out, words);
            found.ifPresent(difference -> out.println(words.say("app.compare.found", words.say("app.compare." + difference.what()), difference)));
            if (found.isEmpty()) out.println(words.say("app.compare.good", size));
            return found.isEmpty() ? 0 : 1;
        }
    }

    private static Optional<Difference> first(Comparison comparison, long size, PrintStream out, Sentences words) {
        for (long from = 0; from < size; from += AT_ONCE) {
            var found = comparison.first(from, Math.min(size, from + AT_ONCE));
            if (found.isPresent()) return found;
            if (from > 0) out.println(words.say("app.compare.progress", from));
        }
        return comparison.neverTakenUp();
    }
}
