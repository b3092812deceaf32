package lianqiao.authenticity;

import static lianqiao.fuzz.Target.promise;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import lianqiao.authenticity.Challenges.Passed;
import lianqiao.base.Jurisdiction;
import lianqiao.fuzz.Target;
import lianqiao.store.Database;

public final class AuthenticityFuzz {
    public static final List<Target> TARGETS = List.of(Target.ofText("check", AuthenticityFuzz::check), Target.ofText("prefix", AuthenticityFuzz::prefix),
            Target.ofText("likeness", AuthenticityFuzz::likeness).slow());
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final Challenges OURS = new Challenges(Database.on(Target.nowhere("asked"), new Jurisdiction("demo")), new byte[32]);
    private static final Challenge GENUINE = OURS.issue("ask", NOW);
    private static final String NUMBER = IntStream.range(0, GENUINE.cost()).filter(n -> Puzzle.target(GENUINE.id(), n).equals(GENUINE.target())).mapToObj(n -> "" + n).findFirst().orElseThrow();

    private AuthenticityFuzz() {}

    /** A token and behind a line end the number; TOKEN, SIGNATURE and NUMBER stand for what is genuine, and its parts for themselves. */
    private static void check(String text) {
        var parts = text.split("\n", 2);
        var token = parts[0].replace("TOKEN", GENUINE.token()).replace("BODY", GENUINE.token().substring(0, GENUINE.token().lastIndexOf('.')))
                .replace("SIGNATURE", GENUINE.token().substring(GENUINE.token().lastIndexOf('.') + 1));
        var number = parts.length < 2 ? "" : parts[1].replace("NUMBER", NUMBER);
        boolean genuine = token.equals(GENUINE.token());
        var now = OURS.look("ask", token, number, NOW);
        promise(now == (!genuine ? Passed.WORTHLESS : number.isEmpty() ? Passed.TOO_EARLY : number.equals(NUMBER) ? Passed.BY_WORK : Passed.WORTHLESS), "only the one number of a genuine check passes");
        promise(OURS.look("subscribe", token, number, NOW) == Passed.WORTHLESS, "a check is for one form");
        promise(OURS.look("ask", token, number, GENUINE.expires()) == Passed.WORTHLESS, "a check ends");
        promise(OURS.look("ask", token, "", GENUINE.ready()).isPassed() == genuine, "nobody waits with a token of somebody else");
    }

    private static void prefix(String text) {
        int length = Prefix.of(text).length;
        promise(length == 0 || length == 3 || length == 7, "a network is one of IPv4, one of IPv6 or none");
    }

    /** Two texts parted by a line end. */
    private static void likeness(String text) {
        var both = text.split("\n", 2);
        var other = both.length < 2 ? text : both[1];
        var likeness = Likeness.of(both[0], other, FoldRules.CURRENT);
        promise(likeness.equals(Likeness.of(other, both[0], FoldRules.CURRENT)), "two texts are as like as each other");
        promise(likeness.jaccard() >= 0 && likeness.jaccard() <= 1 && likeness.containment() >= likeness.jaccard() && likeness.containment() <= 1, "a share is a share");
        promise(Clean.of(other).length() == 0 || Likeness.of(other, other, FoldRules.CURRENT).bond() == Bond.SAME_TEXT, "a text is like itself");
        int end = 0;
        for (var span : SharedParts.of(both[0], other, FoldRules.CURRENT)) {
            promise(span.from() >= end && span.from() < span.to() && span.to() <= both[0].length(), "parts stand in the text, one after the other");
            end = span.to();
        }
        var window = new Phrases(FoldRules.CURRENT);
        for (int voice = 1; voice <= 5; voice++) window.add(voice, other);
        var coverage = Coverage.of(both[0], 9, window, new StockPhrases(FoldRules.CURRENT));
        promise(coverage.share() >= 0 && coverage.share() <= 1, "a share is a share");
    }
}
