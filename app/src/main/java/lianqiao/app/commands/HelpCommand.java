package lianqiao.app.commands;

import java.io.PrintStream;
import java.util.List;
import lianqiao.base.Language;

/** Says what can be done, in both languages. */
final class HelpCommand implements Command {
    @Override public String name() {
        return "help";
    }

    @Override public int run(Call call, PrintStream out) {
        for (var language : Language.values()) {
            var words = Sentences.in(language);
            out.println(words.say("app.help.head"));
            for (var name : List.of("demo", "serve", "admin", "test", "import", "export", "index", "keys", "bench", "help")) out.println("  " + words.say("app.help." + name));
            out.println(words.say("app.help.options"));
            out.println();
        }
        return 0;
    }
}
