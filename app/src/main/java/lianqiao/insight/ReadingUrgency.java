package lianqiao.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lianqiao.insight.Sentences.Part;
import org.jspecify.annotations.Nullable;

/**
 * Reads how soon somebody should look, sentence by sentence, by lists of words. Pure. It reads what happened and who is affected,
 * never what somebody thinks of it.
 */
final class ReadingUrgency {
    private static final int MOST_CHARACTERS = 20_000;
    private final String text;
    private final List<String> signs = new ArrayList<>();
    private Tier tier = Tier.LATER;
    private @Nullable Part decided;
    private boolean selfHarm;
    private boolean vulnerable;

    private ReadingUrgency(String text) {
        this.text = text;
    }

    /** @param text title and text as one, masked */
    static Urgency of(String text) {
        var reading = new ReadingUrgency(text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS));
        for (var part : Sentences.of(reading.text)) reading.read(part, part.in(reading.text).toLowerCase(Locale.ROOT));
        return reading.result();
    }

    private void read(Part part, String sentence) {
        selfHarm |= first(DangerWords.SELF_HARM, sentence).isPresent();
        vulnerable |= first(DangerWords.VULNERABLE, sentence).isPresent();
        if (tier == Tier.NOW || first(DangerWords.HYPOTHESIS, sentence).isPresent()) return;
        var danger = first(DangerWords.DANGER, sentence);
        var presence = danger.flatMap(word -> first(DangerWords.PRESENCE, sentence.replace(word, " ")));
        if (presence.isPresent()) decide(Tier.NOW, part, danger.orElseThrow(), presence.get());
        else if (tier == Tier.LATER) readSoon(part, sentence);
    }

    private void readSoon(Part part, String sentence) {
        var word = first(DangerWords.SOON, sentence);
        var day = first(DangerWords.DATE, sentence);
        var ends = first(DangerWords.ENDS, sentence);
        if (word.isPresent()) decide(Tier.SOON, part, word.get());
        else if (day.isPresent() && ends.isPresent()) decide(Tier.SOON, part, day.get(), ends.get());
    }

    private void decide(Tier as, Part part, String... words) {
        tier = as;
        decided = part;
        signs.clear();
        signs.addAll(List.of(words));
    }

    private static Optional<String> first(List<WordRule> rules, String sentence) {
        return rules.stream().filter(rule -> rule.isIn(sentence)).map(WordRule::word).findFirst();
    }

    private Urgency result() {
        if (tier == Tier.LATER && !selfHarm && !vulnerable) return Urgency.NONE;
        return new Urgency(tier, selfHarm, vulnerable, signs, decided == null ? 0 : decided.from(), decided == null ? 0 : decided.to());
    }
}
