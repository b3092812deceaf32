package lianqiao.app.commands;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import lianqiao.api.CaseExport;
import lianqiao.app.RunningServer;
import lianqiao.app.Settings;
import lianqiao.store.CannotStart;

/** Writes all public cases as CSV, to the terminal or with {@code --to FILE} into a file that is there whole or not at all. */
final class ExportCommand implements Command {
    @Override public String name() {
        return "export";
    }

    @Override public int run(Call call, PrintStream out) {
        var options = new ArrayList<>(Settings.OPTIONS);
        options.add("to");
        call.onlyOptions(options);
        if (!call.words().equals(List.of("cases"))) throw new CannotStart("app.command.export");
        try (var server = RunningServer.startBeside(call.settings())) {
            var export = server.room(CaseExport.class);
            if (call.option("to").isEmpty()) {
                var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                export.write(writer, call.language());
                writer.flush();
                return 0;
            }
            var written = toFile(export, Path.of(call.option("to").get()).toAbsolutePath(), call);
            out.println("exported=" + written);
            return 0;
        } catch (IOException e) {
            throw new CannotStart("app.export.no-file", e.getMessage());
        }
    }

    private static long toFile(CaseExport export, Path file, Call call) throws IOException {
        var half = file.resolveSibling(file.getFileName() + ".part");
        long written;
        try (var writer = Files.newBufferedWriter(half)) {
            written = export.write(writer, call.language());
        }
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        return written;
    }
}
