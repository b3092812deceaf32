package lianqiao.app.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import lianqiao.app.RunningServer;
import lianqiao.offices.DirectoryFiles;
import lianqiao.offices.Offices;

/** The general starting directory for an installation without any office; its administrator then makes it its own. */
final class Starter {
    private static final List<String> TABLES = List.of("offices.csv", "areas.csv", "services.csv", "routing.csv", "templates.csv", "grounds.csv", "sendback.csv", "moderation.csv");

    private Starter() {}

    /** Does nothing when there are offices already. */
    static void fillEmptyDirectory(RunningServer server, Call call, PrintStream out) {
        if (!server.room(Offices.class).isEmpty()) return;
        var folder = call.settings().data().resolve("starter");
        try {
            Files.createDirectories(folder);
            for (var table : TABLES) {
                try (var in = Objects.requireNonNull(Starter.class.getResourceAsStream("/starter/" + table))) {
                    Files.copy(in, folder.resolve(table), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            server.room(DirectoryFiles.class).takeIn(folder);
            out.println(Sentences.in(call.language()).say("app.import.starter"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
