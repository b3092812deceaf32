package lianqiao.channels;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import lianqiao.base.Language;
import lianqiao.channels.SubscriptionStore.Row;
import lianqiao.channels.mail.Letter;
import lianqiao.channels.mail.Letter.Kind;
import lianqiao.channels.mail.Letter.Part;

/** Writes the letter of a morning. Thread-safe. */
final class MorningLetters {
    private final Wording wording;
    private final MorningWords words;
    private final Seal seal;
    private final Letters letters;

    MorningLetters(Wording wording, MorningWords words, Seal seal, Letters letters) {
        this.wording = wording;
        this.words = words;
        this.seal = seal;
        this.letters = letters;
    }

    /** Nothing when the brief is not there. */
    Optional<Letter> letter(Notice notice, Row row, String to, Instant now) {
        var language = row.language();
        var day = LocalDate.parse(notice.fact("day"));
        var lines = words.of(day, language);
        if (lines.isEmpty()) return Optional.empty();
        var parts = new ArrayList<Part>();
        lines.forEach(line -> parts.add(part(line, language)));
        var leave = wording.link(language, "/subscribe/end/" + seal.token(row.id(), Subscriptions.ENDING));
        parts.add(new Part(Kind.SMALL, wording.say(language, "channels.mail.brief.leave")));
        parts.add(new Part(Kind.LINK, leave));
        parts.add(letters.sign(language));
        var subject = wording.say(language, "channels.mail.brief.subject", wording.day(language, day));
        return Optional.of(new Letter(seal.messageId(notice), to, language, subject, parts, leave, now));
    }

    private Part part(MorningWords.Line line, Language language) {
        return switch (line.kind()) {
            case TEXT -> new Part(Kind.TEXT, line.text());
            case QUOTE -> new Part(Kind.QUOTE, line.text());
            case LINK -> new Part(Kind.LINK, wording.link(language, line.text()));
        };
    }
}
