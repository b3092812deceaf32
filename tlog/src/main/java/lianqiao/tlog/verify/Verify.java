package lianqiao.tlog.verify;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where {@code java -jar lianqiao-tlog.jar} begins. Exit codes: 0 in order, 1 not in order, 2 nothing was verified. */
public final class Verify {
    /** A command and the options it knows. */
    private record Entry(Set<String> options, Command command) {}

    /** Does the whole job and answers the exit code. */
    @FunctionalInterface
    interface Command {
        int run(Call call) throws Exception;
    }

    private static final Map<String, Entry> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("verify-log", new Entry(VerifyLog.OPTIONS, VerifyLog::run));
        COMMANDS.put("verify-receipt", new Entry(VerifyReceipt.OPTIONS, VerifyReceipt::run));
        COMMANDS.put("monitor", new Entry(Monitor.OPTIONS, Monitor::run));
        COMMANDS.put("witness", new Entry(WitnessCommand.OPTIONS, WitnessCommand::run));
        COMMANDS.put("log-key", new Entry(KeyCommand.OPTIONS, KeyCommand::drawForLog));
        COMMANDS.put("witness-key", new Entry(KeyCommand.OPTIONS, KeyCommand::drawForWitness));
    }

    private Verify() {}

    public static void main(String[] line) {
        System.setProperty("http.maxConnections", "32");   // bundles are read ahead side by side; lines that stay open save the way to and fro
        var out = utf8(FileDescriptor.out);
        var err = utf8(FileDescriptor.err);
        int code = run(List.of(line), System.getenv(), InstantSource.system(), out, err);
        out.flush();
        System.exit(code);
    }

    private static PrintStream utf8(FileDescriptor where) {
        return new PrintStream(new FileOutputStream(where), true, StandardCharsets.UTF_8);
    }

    /** As from the terminal, with everything handed in; answers the exit code. */
    static int run(List<String> line, Map<String, String> environment, InstantSource clock, PrintStream out, PrintStream err) {
        var sayings = Sayings.in(environment);
        var entry = line.isEmpty() ? null : COMMANDS.get(line.getFirst());
        if (entry == null) {
            (line.isEmpty() || line.getFirst().matches("help|-h|--help") ? out : err).println(sayings.say("help"));
            return line.isEmpty() || line.getFirst().matches("help|-h|--help") ? 0 : 2;
        }
        try {
            return entry.command().run(Call.of(line.subList(1, line.size()), entry.options(), clock, sayings, out));
        } catch (CannotRun e) {
            err.println(line.getFirst() + ": " + e.in(sayings));
        } catch (Exception e) {
            err.println(line.getFirst() + ": " + sayings.say("broke", e));
        }
        return 2;
    }
}
