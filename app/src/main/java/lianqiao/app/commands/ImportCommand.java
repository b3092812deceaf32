package lianqiao.app.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import lianqiao.app.RunningServer;
import lianqiao.app.Settings;
import lianqiao.channels.CaseImport;
import lianqiao.store.CannotStart;

/** Brings in cases of an earlier system, with a bar that shows how far it is, and names every row it could not take. */
final class ImportCommand implements Command {
    private static final int MOST_SHOWN = 50;

    @Override public String name() {
        return "import";
    }

    @Override public int run(Call call, PrintStream out) {
        var options = new ArrayList<>(Settings.OPTIONS);
        options.add("name");
        call.onlyOptions(options);
        if (call.words().size() != 2 || !call.words().getFirst().equals("cases")) throw new CannotStart("app.command.import");
        var file = call.path(1);
        if (!Files.isReadable(file) || Files.isDirectory(file)) throw new CannotStart("app.import.no-file", file);
        try (var server = RunningServer.startBeside(call.settings())) {
            Starter.fillEmptyDirectory(server, call, out);
            return take(server, file, call, out);
        } catch (IOException e) {
            throw new CannotStart("app.import.no-file", file);
        }
    }

    private static int take(RunningServer server, Path file, Call call, PrintStream out) throws IOException {
        var words = Sentences.in(call.language());
        var bar = new ProgressBar(out, words);
        var name = call.option("name").orElse(file.getFileName().toString());
        var report = server.room(CaseImport.class).take(file, name, call.clock().instant(), bar::show);
        bar.end();
        for (var fault : report.faults().subList(0, Math.min(MOST_SHOWN, report.faults().size()))) {
            out.println(words.say("app.import.fault", fault.line(), words.say(fault.why().why(), fault.why().details().toArray())));
        }
        if (report.failed() > MOST_SHOWN) out.println(words.say("app.import.more-faults", report.failed() - MOST_SHOWN));
        out.println("imported=" + report.imported() + " skipped=" + report.skipped() + " failed=" + report.failed());
        return report.failed() == 0 ? 0 : 1;
    }
}
