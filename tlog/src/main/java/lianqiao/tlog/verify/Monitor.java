package lianqiao.tlog.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import lianqiao.tlog.EntryTimes;
import lianqiao.tlog.Finding;
import lianqiao.tlog.Hash;
import lianqiao.tlog.Kept;
import lianqiao.tlog.LeafText;
import lianqiao.tlog.LogGrowth;
import lianqiao.tlog.LogSource;
import lianqiao.tlog.Means;
import lianqiao.tlog.Outcome;
import lianqiao.tlog.Policy;
import lianqiao.tlog.Tiles;
import lianqiao.tlog.Tree;

/**
 * Watches a log for somebody who does not trust it: keeps what was verified, reads every new entry, and reports those that
 * take something from the public's eyes. What does not continue what was kept is kept too, as evidence, and never accepted.
 */
final class Monitor {
    static final Set<String> OPTIONS = new HashSet<>(Trust.OPTIONS);
    /** Words in the names of events that take something from the public's eyes or give it back: {@code CaseRefused} and its like. */
    private static final String EVENTS = "masked,withheld,refused,erased,restored,measure";

    static {
        OPTIONS.addAll(Set.of("state", "events", "max-age", "tolerance", "every"));
    }

    private final Call call;
    private final Policy policy;
    private final LogSource source;
    private final StateFolder state;
    private final List<String> events;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> reported = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();

    private Monitor(Call call, Policy policy, LogSource source, StateFolder state) {
        this.call = call;
        this.policy = policy;
        this.source = source;
        this.state = state;
        this.events = List.of(call.one("events").orElse(EVENTS).toLowerCase(Locale.ROOT).split(","));
    }

    static int run(Call call) throws IOException, InterruptedException {
        var place = call.word("usage.monitor");
        var policy = Trust.policy(call);
        var every = call.one("every").map(_ -> call.seconds("every", "0s"));
        try (var state = StateFolder.open(Path.of(call.needed("state")))) {
            while (true) {
                int code = new Monitor(call, policy, LogSite.of(place), state).look();
                if (every.isEmpty()) return code;
                Thread.sleep(Math.max(1, every.get()) * 1000);
            }
        }
    }

    private int look() throws IOException, InterruptedException {
        var kept = new ArrayList<>(Trust.kept(call, policy));
        var asked = Trust.asked(call, policy);
        Trust.letTheLogCatchUp(source, policy, asked, 5);
        kept.addAll(asked);
        byte[] note;
        try {
            note = source.checkpoint();
        } catch (IOException e) {
            call.say("monitor.unreachable");
            return 1;
        }
        switch (policy.open(note)) {
            case Outcome.Refused<Policy.Opened>(var by, var detail) -> findings.add(new Finding(by, detail));
            case Outcome.Done<Policy.Opened>(var opened) -> follow(opened, kept);
        }
        return tell(note);
    }

    private void follow(Policy.Opened opened, List<Kept> kept) throws IOException {
        VerifyLog.sayOpened(call, policy, opened);
        var last = Last.read(state.read(Last.FILE), policy);
        last.ifPresent(one -> kept.add(one.kept()));
        checkAge(opened);
        var times = new ArrayList<>(kept);
        times.add(Kept.of("the checkpoint", opened));
        var entryTimes = new EntryTimes(times, call.seconds("tolerance", "1h"));
        var before = last.map(Last::tree).orElseGet(Tree::new);
        switch (LogGrowth.follow(source, before, opened.checkpoint(), (index, entry, leaf) -> look(index, entry, leaf, entryTimes))) {
            case Outcome.Refused<Tree>(var by, var detail) -> findings.add(new Finding(by, detail));
            case Outcome.Done<Tree>(var tree) -> accept(opened, tree, before.size(), kept);
        }
    }

    private void checkAge(Policy.Opened opened) {
        long oldest = call.seconds("max-age", "24h");
        opened.lastSeen().ifPresent(seen -> {
            if (call.now() - seen > oldest) findings.add(new Finding(Means.AGE, "the last witness saw it " + (call.now() - seen) + " seconds ago"));
        });
    }

    private void accept(Policy.Opened opened, Tree tree, long before, List<Kept> kept) throws IOException {
        var tiles = new Tiles(source, tree.size());
        boolean continues = true;
        for (var one : kept) {
            if (one.continuesIn(opened.checkpoint(), tiles) instanceof Outcome.Refused<Hash>(var by, var detail)) {
                findings.add(new Finding(by, detail));
                continues = false;
            }
        }
        if (!continues) return;   // old age and odd times are told, but the history itself goes on
        state.write("checkpoints/" + String.format("%019d", tree.size()), opened.note().encode());
        state.write(Last.FILE, new Last(tree, opened).encode());
        call.say("monitor.grown", before, tree.size());
        counts.forEach((event, count) -> call.say("monitor.count", event, count));
        reported.forEach(call.out()::println);
    }

    private void look(long index, byte[] entry, Outcome<LeafText> read, EntryTimes times) {
        switch (read) {
            case Outcome.Refused<LeafText> _ -> counts.merge("?", 1L, Long::sum);
            case Outcome.Done<LeafText>(var leaf) -> {
                var event = VerifyReceipt.printable(leaf.event().getBytes(StandardCharsets.UTF_8));
                if (counts.containsKey(event) || counts.size() < 200) counts.merge(event, 1L, Long::sum);
                if (events.stream().anyMatch(leaf.event().toLowerCase(Locale.ROOT)::contains)) reported.add(call.sayings().say("monitor.entry", index, VerifyReceipt.printable(entry)));
                if (findings.size() < 50) times.check(index, leaf).ifPresent(findings::add);
            }
        }
    }

    private int tell(byte[] note) throws IOException {
        if (findings.isEmpty()) {
            call.say("monitor.good");
            return 0;
        }
        findings.forEach(finding -> call.out().println(call.sayings().say(finding)));
        var name = "evidence/" + call.now() + ".checkpoint";
        if (state.count("evidence") < 1000) state.write(name, note);
        call.say("monitor.bad", name);
        return 1;
    }

    /** What was verified last: the tree as its edge, and the checkpoint that signed it, in one file. */
    private record Last(Tree tree, Policy.Opened opened) {
        static final String FILE = "last";

        static Optional<Last> read(Optional<byte[]> file, Policy policy) {
            if (file.isEmpty()) return Optional.empty();
            var text = new String(file.get(), StandardCharsets.UTF_8);
            int end = text.indexOf('\n');
            var opened = policy.withoutQuorum().open(text.substring(end + 1).getBytes(StandardCharsets.UTF_8));
            if (end < 0 || !(opened instanceof Outcome.Done<Policy.Opened>(var done))) throw new CannotRun("state.damaged", FILE);
            var tree = Tree.of(done.checkpoint().size(), HexFormat.of().parseHex(text.substring(0, end)));
            if (!tree.root().equals(done.checkpoint().root())) throw new CannotRun("state.damaged", FILE);
            return Optional.of(new Last(tree, done));
        }

        byte[] encode() {
            return (HexFormat.of().formatHex(tree.edge()) + "\n" + new String(opened.note().encode(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        }

        Kept kept() {
            return Kept.of("what was kept from the last visit", opened);
        }
    }
}
