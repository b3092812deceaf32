package lianqiao.fuzz;

import java.io.IOException;
import java.nio.file.Path;

/** What the fuzzer drives: one target, by name. On its own it prints the names, or unpacks the seeds of a target into a folder. */
public final class OneTarget {
    private static Target target;

    private OneTarget() {}

    public static void fuzzerInitialize(String[] arguments) {
        target = Targets.named(arguments[0]);
    }

    public static void fuzzerTestOneInput(byte[] bytes) throws Exception {
        target.body().take(bytes);
    }

    /** {@code planted} or {@code parsers} for the names and their shares; {@code seeds FOLDER} for a folder of seeds per target. */
    public static void main(String[] arguments) throws IOException {
        var known = arguments[0].equals("planted") ? Planted.TARGETS : Targets.all();
        for (var one : known) {
            if (arguments[0].equals("seeds")) Seeds.unpack(one.name(), Path.of(arguments[1], one.name()));
            else System.out.println(one.name() + " " + one.share());
        }
    }
}
