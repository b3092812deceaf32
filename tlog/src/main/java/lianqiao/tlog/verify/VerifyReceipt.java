package lianqiao.tlog.verify;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import lianqiao.tlog.Finding;
import lianqiao.tlog.Outcome;
import lianqiao.tlog.Receipt;

/** Checks a receipt, asking nobody: neither the log nor the network. */
final class VerifyReceipt {
    static final Set<String> OPTIONS = Set.of("log", "witness", "quorum", "policy", "entry");

    private VerifyReceipt() {}

    static int run(Call call) {
        var file = call.word("usage.verify-receipt");
        var policy = Trust.policy(call);
        var entry = call.one("entry").map(Call::file);
        var checked = Receipt.read(Call.file(file)).then(receipt -> entry.map(bytes -> receipt.check(policy, bytes)).orElseGet(() -> receipt.check(policy)));
        return switch (checked) {
            case Outcome.Done<Receipt.Proven>(var proven) -> {
                VerifyLog.sayOpened(call, policy, proven.opened());
                call.say("receipt.good", proven.index(), proven.opened().checkpoint().size());
                call.out().println(printable(proven.entry()));
                yield 0;
            }
            case Outcome.Refused<Receipt.Proven>(var by, var detail) -> {
                call.out().println(call.sayings().say(new Finding(by, detail)));
                call.say("receipt.bad");
                yield 1;
            }
        };
    }

    /** Whatever stands in an entry must not command the terminal. */
    static String printable(byte[] entry) {
        var text = new String(entry, StandardCharsets.UTF_8);
        return text.codePoints().map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '\ufffd' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
