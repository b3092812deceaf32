package lianqiao.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import lianqiao.search.Analysis.Token;

/**
 * One thing that must occur: terms that follow one another. Several clauses must all occur, in any order. Whatever a
 * person types becomes clauses; there are no operators to get wrong, only quotation marks that hold words together.
 *
 * @param places where each term stands, counted from the first
 */
record Clause(List<String> terms, List<Integer> places) {
    /** Of a longer text only so much is looked for; the rest is not what somebody remembers of a case. */
    private static final int MOST_CHARACTERS = 300;
    private static final int MOST_CLAUSES = 16;
    private static final String QUOTES = "\"“”„«»「」『』";

    /** The clauses of a text; none when it holds nothing that can be found. */
    static List<Clause> of(String typed) {
        return chunks(typed).stream().map(chunk -> of(Analysis.TERMS.tokens(chunk))).filter(c -> !c.terms().isEmpty())
                .distinct().limit(MOST_CLAUSES).toList();
    }

    /** Each term of the clauses as a clause of its own, for hits that hold most of them. */
    static List<Clause> loosely(List<Clause> clauses) {
        var terms = clauses.stream().flatMap(c -> c.terms().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
        return terms.stream().limit(64).map(term -> new Clause(List.of(term), List.of(0))).toList();
    }

    /** A pair says more than its single characters, so a single one stays only where no pair covers it. */
    private static Clause of(List<Token> tokens) {
        var terms = new ArrayList<String>();
        var places = new ArrayList<Integer>();
        for (var token : tokens) {
            boolean covered = tokens.stream().anyMatch(o -> o != token && o.start() <= token.start() && o.end() >= token.end()
                    && o.end() - o.start() > token.end() - token.start());
            if (covered) continue;
            terms.add(token.term());
            places.add(token.place());
        }
        return new Clause(terms, places.stream().map(place -> place - places.getFirst()).toList());
    }

    private static List<String> chunks(String typed) {
        var chunks = new ArrayList<String>();
        var chunk = new StringBuilder();
        boolean[] quoted = {false};
        typed.codePoints().limit(MOST_CHARACTERS).forEach(c -> {
            boolean quote = QUOTES.indexOf(c) >= 0;
            if (quote) quoted[0] = !quoted[0];
            if (quote || !quoted[0] && separates(c)) {
                chunks.add(chunk.toString());
                chunk.setLength(0);
            } else {
                chunk.appendCodePoint(c);
            }
        });
        chunks.add(chunk.toString());
        return chunks;
    }

    /** Space, and punctuation other than what stands inside words, numbers and addresses of mail. */
    private static boolean separates(int c) {
        if (".-'’_@&".indexOf(c) >= 0) return false;
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.CONTROL,
                 Character.DASH_PUNCTUATION, Character.START_PUNCTUATION, Character.END_PUNCTUATION,
                 Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION, Character.OTHER_PUNCTUATION,
                 Character.MATH_SYMBOL, Character.SURROGATE -> true;
            default -> false;
        };
    }
}
