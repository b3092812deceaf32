package lianqiao.app.commands;

import java.io.PrintStream;
import lianqiao.channels.CaseImport;

/** A bar that fills in place on a terminal, and a line at every tenth where lines are kept. */
final class ProgressBar {
    private static final int WIDTH = 30;

    private final PrintStream out;
    private final Sentences words;
    private final boolean terminal = System.console() != null && System.console().isTerminal();
    private int tenths = -1;

    ProgressBar(PrintStream out, Sentences words) {
        this.out = out;
        this.words = words;
    }

    void show(CaseImport.Progress progress) {
        var line = words.say("app.import.progress", Math.round(progress.share() * 100), progress.imported(), progress.skipped(), progress.failed());
        var full = (int) Math.round(progress.share() * WIDTH);
        if (terminal) out.print("\r[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + line);
        else if ((int) (progress.share() * 10) > tenths) out.println(line);
        tenths = Math.max(tenths, (int) (progress.share() * 10));
    }

    void end() {
        if (terminal) out.println();
    }
}
