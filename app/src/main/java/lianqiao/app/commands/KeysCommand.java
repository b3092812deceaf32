package lianqiao.app.commands;

import java.io.PrintStream;
import java.util.List;
import lianqiao.app.RunningServer;
import lianqiao.app.Settings;
import lianqiao.identity.Keys;
import lianqiao.identity.Residents;
import lianqiao.store.CannotStart;

/** Adds a key to the vault, or says how many contacts each key still seals. */
final class KeysCommand implements Command {
    @Override public String name() {
        return "keys";
    }

    @Override public int run(Call call, PrintStream out) {
        call.onlyOptions(Settings.OPTIONS);
        boolean add = call.words().equals(List.of("add"));
        if (!add && !call.words().isEmpty()) throw new CannotStart("app.command.keys");
        var words = Sentences.in(call.language());
        // The file is made at the first start, which this is if nothing has been started yet.
        try (var server = RunningServer.startBeside(call.settings())) {
            var sealed = server.room(Residents.class).sealedBy();
            if (add) out.println(words.say("app.keys.added", Keys.add(call.settings().vaultKeys()), call.settings().vaultKeys()));
            else if (sealed.isEmpty()) out.println(words.say("app.keys.none"));
            else sealed.forEach((id, contacts) -> out.println(words.say("app.keys.seals", id, contacts)));
        }
        return 0;
    }
}
