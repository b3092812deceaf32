package lianqiao.tlog.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import lianqiao.tlog.LogCheck;
import lianqiao.tlog.Policy;

/** Checks a whole log, from an address or a copy on disk, and says in plain words what was compared. */
final class VerifyLog {
    static final Set<String> OPTIONS = new HashSet<>(Trust.OPTIONS);

    static {
        OPTIONS.addAll(Set.of("max-age", "tolerance"));
    }

    private VerifyLog() {}

    static int run(Call call) throws InterruptedException {
        var place = call.word("usage.verify-log");
        var policy = Trust.policy(call);
        var kept = new ArrayList<>(Trust.kept(call, policy));
        var source = LogSite.of(place);
        var asked = Trust.asked(call, policy);
        Trust.letTheLogCatchUp(source, policy, asked, 5);
        kept.addAll(asked);
        var terms = new LogCheck.Terms(kept, OptionalLong.of(call.now()), call.seconds("max-age", "24h"), call.seconds("tolerance", "1h"));
        var report = new LogCheck(source, policy, terms).run();
        report.opened().ifPresent(opened -> sayOpened(call, policy, opened));
        if (report.isInOrder()) {
            call.say("log.tiles", report.tiles());
            call.say("log.entries", report.entries());
            kept.forEach(one -> call.say("log.kept", one.name(), one.checkpoint().size(), report.entries()));
            if (kept.isEmpty() && report.opened().orElseThrow().cosignatures().isEmpty()) call.say("log.alone");
            call.say("log.good");
            return 0;
        }
        report.findings().forEach(finding -> call.out().println(call.sayings().say(finding)));
        call.say("log.bad");
        return 1;
    }

    static void sayOpened(Call call, Policy policy, Policy.Opened opened) {
        var checkpoint = opened.checkpoint();
        call.say("log.signed", checkpoint.origin(), checkpoint.size(), checkpoint.root());
        for (var cosignature : opened.cosignatures()) call.say("log.witness", cosignature.name(), Instant.ofEpochSecond(cosignature.time()));
        if (opened.cosignatures().isEmpty() && !policy.witnesses().isEmpty()) call.say("log.no-witness");
    }
}
