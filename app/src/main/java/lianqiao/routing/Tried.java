package lianqiao.routing;

/** A suggestion beside the label that people confirmed. */
public record Tried(String truth, Suggestion suggestion) {
    boolean isRight() {
        return !suggestion.top().isEmpty() && suggestion.top().getFirst().label().equals(truth);
    }

    boolean isInTop() {
        return suggestion.top().stream().anyMatch(choice -> choice.label().equals(truth));
    }

    String first() {
        return suggestion.top().isEmpty() ? "" : suggestion.top().getFirst().label();
    }

    double confidence() {
        return suggestion.top().isEmpty() ? 0 : suggestion.top().getFirst().probability();
    }
}
