package lianqiao.outside;

import static lianqiao.fuzz.Target.promise;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import lianqiao.fuzz.Target;

public final class OutsideFuzz {
    public static final List<Target> TARGETS = List.of(Target.ofText("destination", OutsideFuzz::destination), Target.ofText("scanner-answer", OutsideFuzz::scanner));

    private OutsideFuzz() {}

    private static void destination(String text) {
        try {
            var there = Destination.of(URI.create(text));
            promise(there.host().equals(there.host().toLowerCase(Locale.ROOT)) && there.port() > 0 && there.port() < 65_536, "one place has one spelling");
            promise(Destination.of(URI.create(there.toString())).equals(there), "a place reads as itself");
        } catch (IllegalArgumentException notOne) {
            // a refusal
        }
        try {
            promise(Guard.place(Guard.place(text)).equals(Guard.place(text)), "a place has one spelling");
        } catch (IllegalArgumentException notOne) {
            // a refusal
        }
    }

    private static void scanner(String text) {
        var found = FileScanner.understood(text);
        promise(found.isEmpty() || found.get() == text.endsWith(" FOUND") && text.startsWith("stream: "), "only two answers are answers");
    }
}
