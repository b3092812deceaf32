package lianqiao.app.commands;

import java.io.PrintStream;
import java.util.List;
import lianqiao.base.Language;

/** Says what can be done, in both languages; also what the launcher does without this program: the tests and the log's own verifier. */
final class HelpCommand implements Command {
    private static final List<String> ALL = List.of("demo", "serve", "admin", "test", "import", "export", "index", "train", "keys", "bench",
            "sbom", "verify-log", "verify-receipt", "monitor", "witness", "log-key", "help");

    @Override public String name() {
        return "help";
    }

    @Override public int run(Call call, PrintStream out) {
        for (var language : Language.values()) {
            var words = Sentences.in(language);
            out.println(words.say("app.help.head"));
            for (var name : ALL) out.println("  " + words.say("app.help." + name));
            out.println(words.say("app.help.options"));
            out.println();
        }
        return 0;
    }
}
