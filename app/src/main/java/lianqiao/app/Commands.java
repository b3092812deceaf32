package lianqiao.app;

import java.util.List;
import java.util.Optional;

/** Every command there is, in the order of the help. A new one is one line here and one in words/app. */
final class Commands {
    static final List<Command> ALL = List.of(new DemoCommand(), new ServeCommand(), new HelpCommand());

    private Commands() {}

    static Optional<Command> named(String name) {
        return ALL.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
