package lianqiao.app.commands;

import java.util.List;
import java.util.Optional;

/** Every command there is, in the order of the help. A new one is one line here and one in words/app. */
public final class Commands {
    static final List<Command> ALL = List.of(new DemoCommand(), new ServeCommand(), new AdminCommand(), new ImportCommand(), new ExportCommand(), new IndexCommand(), new TrainCommand(), new KeysCommand(), new VerifyLogCommand(),
            new BenchCommand(), new HelpCommand());

    private Commands() {}

    /** The command of that name, if there is one. */
    public static Optional<Command> named(String name) {
        return ALL.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
