package lianqiao.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lianqiao.base.Public;

/**
 * What is suggested for one message. Nothing follows from it but what a page shows.
 *
 * @param hints three at most, best first
 * @param advice what they are good for
 * @param danger whether words of danger stand in the message or an emergency service is among the three: then nothing is selected beforehand
 * @param trained whether there is a trained model; without one the words of the service list and what dispatchers did speak
 * @param model the version that says so
 */
public record Help(List<Hint> hints, Advice advice, boolean danger, boolean trained, String model) implements Public {
    public Help {
        hints = List.copyOf(hints);
    }

    /** The hint that may stand in a form already; none unless the model is sure and nobody may be in danger. */
    public Optional<Hint> preselected() {
        return advice == Advice.PRESELECT && !danger ? hints.stream().findFirst() : Optional.empty();
    }

    /** The key of the one sentence that says what the hints are good for. */
    public String key() {
        if (danger) return "routing.advice.danger";
        return trained || advice == Advice.TOO_SHORT ? advice.key() : "routing.advice.untrained";
    }

    /** A piece of a text, marked when it spoke for the first hint. */
    public record Piece(String text, boolean marked) implements Public {}

    /** What stands behind {@code from} in a text that was asked about, cut so that what decided can be marked. */
    public List<Piece> pieces(String text, int from) {
        var pieces = new ArrayList<Piece>();
        int done = from;
        var spoke = hints.isEmpty() ? List.<Because>of() : hints.getFirst().because();
        for (var one : spoke.stream().sorted(Comparator.comparingInt(Because::from)).toList()) {
            if (one.from() < done || one.to() > text.length()) continue;
            if (one.from() > done) pieces.add(new Piece(text.substring(done, one.from()), false));
            pieces.add(new Piece(text.substring(one.from(), one.to()), true));
            done = one.to();
        }
        if (done < text.length()) pieces.add(new Piece(text.substring(done), false));
        return pieces;
    }
}
