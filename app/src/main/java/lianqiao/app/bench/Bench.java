package lianqiao.app.bench;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** One measurement. Its one-line description stands in words/app under {@code app.bench.NAME}. */
public interface Bench {
    /** Every bench there is, in the order of the list. */
    List<Bench> ALL = List.of(new SilenceBench(), new CasesBench(), new LogBench(), new RoutingBench(), new ChecklistBench(), new CopiesBench(), new HotBench(), new VoicesBench());

    /** Those that come with the tests: they need the sources, and the launcher puts the tests on the class path for them. */
    List<String> IN_TESTS = List.of("fuzz", "attack", "rebuild", "identity", "brief");

    /** The word on the command line. */
    String name();

    /** The options it reads besides those every command understands, without their hyphens. */
    List<String> options();

    /** Measures, prints tables for people and answers what became of the bars. Takes minutes to hours. */
    Verdict run(Stand stand);

    /** The bench of that name, if there is one. */
    static Optional<Bench> named(String name) {
        return Stream.concat(ALL.stream(), ServiceLoader.load(Bench.class).stream().map(ServiceLoader.Provider::get)).filter(one -> one.name().equals(name)).findFirst();
    }
}
