package lianqiao.privacy;

import static lianqiao.fuzz.Target.promise;

import java.util.List;
import java.util.stream.Collectors;
import lianqiao.fuzz.Target;

public final class PrivacyFuzz {
    public static final List<Target> TARGETS = List.of(Target.ofText("personal-details", PrivacyFuzz::details).slow());

    private PrivacyFuzz() {}

    private static void details(String text) {
        for (var speaker : Speaker.values()) {
            var found = Details.in(text, speaker);
            int end = 0;
            for (var detail : found) {
                promise(detail.from() >= end && detail.to() <= text.length(), "details stand in order inside the text");
                end = detail.to();
            }
            var masked = Details.masked(text, speaker);
            for (var detail : found) if (detail.to() - detail.from() > 5) promise(!standsAlone(masked, text.substring(detail.from(), detail.to()), text), "what is found is masked");
            promise(Details.pieces(text, speaker).stream().map(Piece::text).collect(Collectors.joining()).equals(text), "the pieces are the text");
        }
    }

    /** Whether the masked text shows a detail as often as the whole text did. */
    private static boolean standsAlone(String masked, String detail, String whole) {
        return count(masked, detail) >= count(whole, detail);
    }

    private static int count(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) count++;
        return count;
    }
}
