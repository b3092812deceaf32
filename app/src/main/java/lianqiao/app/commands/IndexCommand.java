package lianqiao.app.commands;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lianqiao.app.RunningServer;
import lianqiao.app.Settings;
import lianqiao.cases.Cases;
import lianqiao.search.Search;
import lianqiao.store.CannotStart;
import lianqiao.store.Database;

/** Builds the search index anew: by itself when nobody has it open, otherwise by asking the running server, which goes on answering. */
final class IndexCommand implements Command {
    @Override public String name() {
        return "index";
    }

    @Override public int run(Call call, PrintStream out) {
        call.onlyOptions(Settings.OPTIONS);
        if (!call.words().equals(List.of("rebuild"))) throw new CannotStart("app.command.index");
        var words = Sentences.in(call.language());
        var folder = call.settings().data().resolve("search");
        try (var rooms = RunningServer.startBeside(call.settings())) {
            var free = Search.openIfFree(folder, rooms.room(Cases.class), rooms.room(Database.class));
            if (free.isEmpty()) {
                waitForTheServer(folder, out, words);
            } else {
                try (var search = free.get()) {
                    build(search, call, out, words);
                }
            }
        }
        out.println(words.say("app.index.done"));
        return 0;
    }

    private static void build(Search search, Call call, PrintStream out, Sentences words) {
        search.rebuild();
        long portions = 0;
        while (search.catchUp(call.clock().instant())) {
            if (++portions % 100 == 0) out.println(words.say("app.index.progress", search.taken()));
        }
    }

    /** The request survives a crash of the server: it goes on when it is started again. */
    private static void waitForTheServer(Path folder, PrintStream out, Sentences words) {
        Search.wantRebuild(folder);
        out.println(words.say("app.index.asked"));
        try {
            while (Search.isRebuildWanted(folder)) TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
