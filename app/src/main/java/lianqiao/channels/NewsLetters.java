package lianqiao.channels;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.base.Text;
import lianqiao.cases.CaseLine;
import lianqiao.channels.SubscriptionStore.News;
import lianqiao.channels.SubscriptionStore.Row;
import lianqiao.channels.mail.Letter;
import lianqiao.channels.mail.Letter.Kind;
import lianqiao.channels.mail.Letter.Part;
import lianqiao.offices.Area;
import lianqiao.offices.AreaCode;
import lianqiao.offices.Office;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Offices;

/** Writes the two letters about subscriptions: whether one is wanted, and what is new. Thread-safe. */
final class NewsLetters {
    /** Cases in one letter; of the others it says only how many there are. */
    static final int MOST_CASES = 30;

    private final Wording wording;
    private final Offices offices;
    private final Seal seal;
    private final Letters letters;

    NewsLetters(Wording wording, Offices offices, Seal seal, Letters letters) {
        this.wording = wording;
        this.offices = offices;
        this.seal = seal;
        this.letters = letters;
    }

    /** Asks whether the address wants it. Says nothing that a stranger could have typed. */
    Letter confirm(Notice notice, Row row, String to, Instant now) {
        var language = row.language();
        var name = name(row.topic(), language);
        var parts = List.of(new Part(Kind.TEXT, wording.say(language, "channels.mail.greeting")),
                new Part(Kind.TEXT, wording.say(language, "channels.mail.confirm.text", name)),
                new Part(Kind.LINK, wording.link(language, "/subscribe/confirm/" + seal.token(row.id(), Subscriptions.confirming(row)))),
                new Part(Kind.TEXT, wording.say(language, "channels.mail.confirm.next", "" + Subscriptions.LINK_LIFE.toHours())),
                letters.sign(language));
        return new Letter(seal.messageId(notice), to, language, wording.say(language, "channels.mail.confirm.subject", name), parts, null, now);
    }

    /** @param lines the cases of the news that are public now; the others are left out */
    Letter news(Notice notice, Row row, List<News> news, Map<CaseNumber, CaseLine> lines, String to, Instant now) {
        var language = row.language();
        var name = name(row.topic(), language);
        var latest = new LinkedHashMap<CaseNumber, News>();
        for (var one : news) if (lines.containsKey(one.number())) latest.put(one.number(), one);
        var parts = new ArrayList<Part>();
        parts.add(new Part(Kind.TEXT, wording.say(language, "channels.mail.greeting")));
        parts.add(new Part(Kind.TEXT, wording.say(language, "channels.mail.news.text", name, "" + latest.size())));
        latest.values().stream().limit(MOST_CASES).forEach(one -> parts.addAll(item(one, lines.get(one.number()), language)));
        if (latest.size() > MOST_CASES) parts.add(new Part(Kind.TEXT, wording.say(language, "channels.mail.news.more", "" + (latest.size() - MOST_CASES))));
        parts.add(new Part(Kind.LINK, wording.link(language, page(row.topic()))));
        var leave = wording.link(language, "/subscribe/end/" + seal.token(row.id(), Subscriptions.ENDING));
        parts.add(new Part(Kind.SMALL, wording.say(language, "channels.mail.news.leave")));
        parts.add(new Part(Kind.LINK, leave));
        parts.add(letters.sign(language));
        var subject = wording.say(language, "channels.mail.news.subject", name, "" + latest.size());
        return new Letter(seal.messageId(notice), to, language, subject, parts, leave, now);
    }

    private List<Part> item(News one, CaseLine line, Language language) {
        return List.of(new Part(Kind.TEXT, wording.say(language, "channels.mail.news.item", line.title(),
                        wording.say(language, "cases.event." + one.event()), wording.day(language, one.at()))),
                new Part(Kind.LINK, wording.link(language, "/case/" + line.number())));
    }

    private String name(Topic topic, Language language) {
        return switch (topic.kind()) {
            case ALL -> wording.say(language, "channels.topic.all");
            case BRIEF -> wording.say(language, "channels.topic.brief");
            case CASE -> wording.say(language, "channels.topic.case", topic.code());
            case OFFICE -> offices.office(new OfficeCode(topic.code())).map(Office::name).orElse(bare(topic)).in(language);
            case AREA -> offices.area(new AreaCode(topic.code())).map(Area::name).orElse(bare(topic)).in(language);
        };
    }

    private static String page(Topic topic) {
        return switch (topic.kind()) {
            case ALL -> "/cases";
            case BRIEF -> "/desk/brief";
            case CASE -> "/case/" + topic.code();
            case OFFICE -> "/office/" + topic.code();
            case AREA -> "/area/" + topic.code();
        };
    }

    private static Text bare(Topic topic) {
        return new Text(topic.code(), topic.code());
    }
}
