package lianqiao.channels;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lianqiao.base.Language;
import lianqiao.base.Text;
import lianqiao.cases.Cases.Telling;
import lianqiao.channels.mail.Letter;
import lianqiao.channels.mail.Letter.Kind;
import lianqiao.channels.mail.Letter.Part;
import lianqiao.offices.Ground;
import lianqiao.offices.Office;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Offices;

/**
 * Writes letters to residents about their own cases: what happened, what happens next and until when. The secret code
 * is in no letter, and a letter about a confidential case names neither its title nor its texts. Thread-safe.
 */
final class Letters {
    /** After these the resident is asked to do something, which needs the page for number and code. */
    private static final Set<Purpose> TO_THE_RESIDENT = Set.of(Purpose.ASKED_BACK, Purpose.ANSWERED, Purpose.DONE_CLAIMED, Purpose.CALLED_BACK, Purpose.REFUSED,
            Purpose.MASKED, Purpose.WITHHELD, Purpose.NOTICE_FORWARDED);

    private final Wording wording;
    private final Offices offices;
    private final Seal seal;
    private final Text site;
    private final String phone;

    /** @param phone the hotline's number, named in every letter */
    Letters(Wording wording, Offices offices, Seal seal, Text site, String phone) {
        this.wording = wording;
        this.offices = offices;
        this.seal = seal;
        this.site = site;
        this.phone = phone;
    }

    Letter about(Notice notice, Telling telling, String to, Language language, Instant now) {
        var places = places(notice, telling, language);
        var word = "channels.mail." + notice.purpose().word();
        var parts = new ArrayList<Part>();
        parts.add(new Part(Kind.TEXT, wording.say(language, "channels.mail.greeting")));
        parts.add(new Part(Kind.TEXT, wording.say(language, word + ".text", places)));
        parts.addAll(content(notice, telling, language));
        parts.add(new Part(Kind.TEXT, wording.say(language, word + ".next", places)));
        parts.addAll(links(notice, telling, language));
        parts.add(sign(language));
        var subject = wording.say(language, "channels.mail.subject", notice.caseNumber(), wording.say(language, word + ".subject", places));
        return new Letter(seal.messageId(notice), to, language, subject, parts, null, now);
    }

    /** What the places {0} … {6} of every sentence stand for: number, office, last day, day of waiting, earlier day, level, other case. */
    private String[] places(Notice notice, Telling telling, Language language) {
        var lastDay = notice.fact("lastDay").isEmpty() ? telling.lastDay() : LocalDate.parse(notice.fact("lastDay"));
        var level = notice.fact("rung").isEmpty() ? "" : wording.say(language, "cases.level." + notice.fact("rung"));
        var until = Stream.of("appealUntil", "reportBy", "waitUntil").map(notice::fact).filter(fact -> !fact.isEmpty()).findFirst().orElse("");
        var waited = notice.fact("revisitOn").isEmpty() ? dayBefore(until, language)
                : wording.day(language, LocalDate.parse(notice.fact("revisitOn")));
        return new String[] {notice.caseNumber(), office(notice, telling, language), wording.day(language, lastDay), waited, dayBefore(notice.fact("was"), language), level, notice.fact("into")};
    }

    private String office(Notice notice, Telling telling, Language language) {
        var named = notice.fact("lead").isEmpty() ? notice.fact("by") : notice.fact("lead");
        var code = !named.isEmpty() ? new OfficeCode(named) : telling.lead();
        var office = code == null ? offices.hotline() : offices.office(code);
        return office.map(Office::name).orElse(site).in(language);
    }

    /** A limit ends when the day after its last one begins. */
    private String dayBefore(String instant, Language language) {
        return instant.isEmpty() ? "" : wording.day(language, Instant.parse(instant).minusMillis(1));
    }

    private List<Part> content(Notice notice, Telling telling, Language language) {
        if (telling.confidential()) return List.of(new Part(Kind.TEXT, wording.say(language, "channels.mail.confidential")));
        var parts = new ArrayList<Part>();
        parts.add(new Part(Kind.TEXT, wording.say(language, "channels.mail.about", telling.title())));
        if (!telling.text().isBlank()) parts.add(new Part(Kind.QUOTE, telling.text()));
        offices.ground(notice.fact("ground")).ifPresent(ground -> parts.add(ground(ground, language)));
        return parts;
    }

    private Part ground(Ground ground, Language language) {
        return new Part(Kind.TEXT, wording.say(language, "channels.mail.ground", ground.plain().in(language), ground.law().in(language),
                ground.rightChannel().in(language)));
    }

    private List<Part> links(Notice notice, Telling telling, Language language) {
        var parts = new ArrayList<Part>();
        if (!telling.confidential()) parts.add(new Part(Kind.LINK, wording.link(language, "/case/" + notice.caseNumber())));
        if (telling.confidential() || TO_THE_RESIDENT.contains(notice.purpose())) {
            parts.add(new Part(Kind.TEXT, wording.say(language, "channels.mail.with-code")));
            parts.add(new Part(Kind.LINK, wording.link(language, "/follow?number=" + notice.caseNumber())));
        }
        parts.add(new Part(Kind.TEXT, wording.say(language, "channels.mail.receipt")));
        parts.add(new Part(Kind.LINK, wording.link(language, "/log/receipt/" + notice.caseNumber() + "/" + notice.number())));
        return parts;
    }

    Part sign(Language language) {
        return new Part(Kind.SMALL, wording.say(language, "channels.mail.sign", site.in(language), phone));
    }
}
