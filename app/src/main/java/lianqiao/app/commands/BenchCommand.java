package lianqiao.app.commands;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.stream.Stream;
import lianqiao.app.Settings;
import lianqiao.app.bench.Bench;
import lianqiao.app.bench.Stand;
import lianqiao.store.CannotStart;

/** Measures, and compares with the promised figures. The last line is for machines; without a name it lists the names. */
final class BenchCommand implements Command {
    @Override public String name() {
        return "bench";
    }

    @Override public int run(Call call, PrintStream out) {
        var words = Sentences.in(call.language());
        if (call.words().isEmpty()) {
            call.onlyOptions(Settings.OPTIONS);
            var names = Stream.concat(Bench.ALL.stream().map(Bench::name), Bench.IN_TESTS.stream());
            names.forEach(name -> out.println(name + "  " + words.say("app.bench." + name)));
            return 0;
        }
        var name = call.words().getFirst();
        var bench = Bench.named(name).orElseThrow(() -> Bench.IN_TESTS.contains(name) ? new CannotStart("app.bench-needs-tests") : new CannotStart("app.command.bench", name));
        var options = new ArrayList<>(Settings.OPTIONS);
        options.addAll(bench.options());
        call.onlyOptions(options);
        var verdict = bench.run(new Stand(call.settings().data(), call.options(), call.clock(), out));
        verdict.missed().forEach(missed -> out.println(words.say("app.bench-missed", missed)));
        out.println(verdict.line());
        return verdict.passed() ? 0 : 1;
    }
}
