package lianqiao.authenticity;

/**
 * Phrases that belong to everybody: what many wrote before the window began, and what the institution itself published.
 * Learned before the window, because a flood in a small town would otherwise excuse itself. Not thread-safe while it is
 * being filled.
 */
public final class StockPhrases {
    /** A phrase of so few people is nobody's habit, however small the town. */
    private static final int LEAST_VOICES = 5;

    private final FoldRules rules;
    private final LongTable phrases = new LongTable(64);

    public StockPhrases(FoldRules rules) {
        this.rules = rules;
    }

    /** The phrases of these texts that more than their share of voices used before. {@code before} ends where the window begins. */
    public void learn(Phrases before, Iterable<String> texts) {
        double most = Math.max(LEAST_VOICES, rules.stock() * before.voices());
        for (var text : texts) before.each(Clean.of(text), phrase -> {
            if (before.users(phrase) > most) phrases.put(phrase, 1);
        });
    }

    /** A law, a form, an answer of the institution: quoting it is no copying. */
    public void known(String text) {
        var clean = Clean.of(text);
        for (long phrase : Shingles.inOrder(clean, rules.phrase(clean.isDense()))) phrases.put(phrase, 1);
    }

    boolean holds(long phrase) {
        return phrases.get(phrase) >= 0;
    }
}
