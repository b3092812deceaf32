package lianqiao.app.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import lianqiao.app.RunningServer;
import lianqiao.offices.DirectoryFiles;
import lianqiao.offices.Offices;

/** The general starting directory for an installation without any office; its administrator then makes it its own. */
final class Starter {

    private Starter() {}

    /** Does nothing when there are offices already. */
    static void fillEmptyDirectory(RunningServer server, Call call, PrintStream out) {
        if (!server.room(Offices.class).isEmpty()) return;
        var folder = call.settings().data().resolve("starter");
        try {
            DirectoryFiles.lay(name -> Starter.class.getResourceAsStream("/starter/" + name), folder);
            server.room(DirectoryFiles.class).takeIn(folder);
            out.println(Sentences.in(call.language()).say("app.import.starter"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
