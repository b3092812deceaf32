package lianqiao.app;

import java.nio.charset.StandardCharsets;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import lianqiao.app.commands.Call;
import lianqiao.app.commands.Commands;
import lianqiao.base.Language;
import lianqiao.store.CannotStart;

/** Where the program begins: finds the command, runs it, and says in one sentence what stood in the way. */
public final class Main {
    private Main() {}

    public static void main(String[] line) {
        // Chinese must reach the terminal whatever the locale of the machine says.
        System.setOut(utf8(FileDescriptor.out));
        System.setErr(utf8(FileDescriptor.err));
        int code = run(List.of(line), System.getenv(), InstantSource.system(), System.out, System.err);
        System.out.flush();
        System.exit(code);
    }

    /** As from the terminal, with everything handed in; answers the exit code. */
    public static int run(List<String> line, Map<String, String> environment, InstantSource clock, PrintStream out, PrintStream err) {
        var language = Language.EN;
        try {
            language = new Call("", List.of(), Map.of(), environment, clock).language();
            var call = Call.of(line, environment, clock);
            var command = Commands.named(call.command()).orElseThrow(() -> new CannotStart("app.command.unknown", call.command()));
            return command.run(call, out);
        } catch (CannotStart e) {
            err.println("lianqiao: " + e.in(language));
            return e.why().startsWith("app.option") || e.why().startsWith("app.command") ? 2 : 1;
        }
    }

    private static PrintStream utf8(FileDescriptor where) {
        return new PrintStream(new FileOutputStream(where), true, StandardCharsets.UTF_8);
    }
}
