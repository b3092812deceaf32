package lianqiao.attack;

import java.util.List;
import lianqiao.app.Opened;
import lianqiao.offices.DirectoryFiles;
import lianqiao.town.RunningTown;
import lianqiao.town.TestFolders;

/**
 * The program with the planted flaws beside its own routes, started once and for the attacks alone: they fill limits,
 * caches and logins that other tests want untouched.
 */
final class Besieged {
    private static Opened program;

    private Besieged() {}

    private static synchronized Opened open() {
        if (program != null) return program;
        var folder = TestFolders.fresh("besieged-" + ProcessHandle.current().pid());
        System.setProperty("spring.main.sources", "planted.Flaws");
        try {
            program = Opened.start(folder);
        } finally {
            System.clearProperty("spring.main.sources");
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            program.close();
            TestFolders.erase(folder);
        }));
        var report = program.room(DirectoryFiles.class).takeIn(RunningTown.files());
        if (!report.bad().isEmpty()) throw new IllegalStateException(List.copyOf(report.bad()).toString());
        return program;
    }

    /** Only the planted routes, or only the program's own. */
    static Siege siege(boolean planted) {
        var open = open();
        return new Siege(open.address(), open::room, route -> route.contains("planted") == planted);
    }
}
