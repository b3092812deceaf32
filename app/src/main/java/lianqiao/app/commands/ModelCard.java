package lianqiao.app.commands;

import java.util.Locale;
import lianqiao.base.Language;
import lianqiao.offices.Offices;
import lianqiao.offices.ServiceCode;
import lianqiao.routing.ModelRecord;
import lianqiao.routing.Scores;

/** The record of a training as a page that people read: where it comes from, what it can do, what it must not be used for. */
final class ModelCard {
    private final Sentences words;
    private final Language language;
    private final Offices offices;

    ModelCard(Sentences words, Language language, Offices offices) {
        this.words = words;
        this.language = language;
        this.offices = offices;
    }

    String of(ModelRecord record) {
        var card = new StringBuilder();
        line(card, "# " + words.say("app.card.title", record.version()));
        line(card, "");
        row(card, "trained", record.trained().toString());
        row(card, "source", record.source());
        row(card, "texts", Integer.toString(record.texts()));
        row(card, "pieces", Integer.toString(record.pieces()));
        row(card, "fingerprint", record.fingerprint());
        row(card, "use", words.say("app.card.use-text"));
        row(card, "limits", words.say("app.card.limits-text"));
        record.held().ifPresent(held -> held(card, held));
        return card.toString();
    }

    private void held(StringBuilder card, Scores held) {
        line(card, "\n## " + words.say("app.card.held", held.texts()) + "\n");
        row(card, "f1", percent(held.macroF1()));
        row(card, "accuracy", percent(held.accuracy()));
        row(card, "top-three", percent(held.topThree()));
        row(card, "surest", percent(held.surest()));
        row(card, "preselected", words.say("app.card.preselected-text", percent(held.preselected()), percent(held.preselectedRight())));
        line(card, "\n| " + words.say("app.card.columns").replace(",", " |") + " |\n|---|---|---|---|");
        for (var label : held.labels()) line(card, "| " + name(label.label()) + " | " + label.texts() + " | " + percent(label.precision()) + " | " + percent(label.recall()) + " |");
    }

    private String name(String code) {
        return ServiceCode.isWellFormed(code) ? offices.service(new ServiceCode(code)).map(service -> service.name().in(language) + " (" + code + ")").orElse(code) : code;
    }

    private void row(StringBuilder card, String key, String value) {
        line(card, "- " + words.say("app.card." + key) + ": " + value);
    }

    private static void line(StringBuilder card, String text) {
        card.append(text).append('\n');
    }

    /** With one decimal. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
