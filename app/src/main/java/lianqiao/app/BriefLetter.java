package lianqiao.app;

import static lianqiao.channels.MorningWords.Kind.LINK;
import static lianqiao.channels.MorningWords.Kind.QUOTE;
import static lianqiao.channels.MorningWords.Kind.TEXT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.brief.Brief;
import lianqiao.brief.Brief.Part;
import lianqiao.brief.Brief.Passage;
import lianqiao.brief.Briefs;
import lianqiao.brief.Briefs.Reading;
import lianqiao.channels.MorningWords;
import lianqiao.offices.Office;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Offices;
import lianqiao.web.Words;

/** The leader's brief as a letter: the same numbers and the same quotations as on the page, and a link to it. */
record BriefLetter(Briefs briefs, Offices offices, Words words) implements MorningWords {

    @Override public List<Line> of(LocalDate day, Language language) {
        return briefs.of(day).map(reading -> new Writing(reading, language, this).lines()).orElse(List.of());
    }

    /** One letter in one language. */
    private record Writing(Reading reading, Language language, BriefLetter of, List<Line> lines) {
        Writing(Reading reading, Language language, BriefLetter of) {
            this(reading, language, of, new ArrayList<>());
            var brief = reading.brief();
            text(Arrays.stream(Part.values()).map(part -> say("brief.part." + part.word()) + ": " + brief.figure(part).count()).collect(Collectors.joining(" · ")));
            if (brief.danger().count() > 0) cases(say("brief.danger", "" + brief.danger().count()), brief.danger().cases());
            cases(say("brief.pressed"), brief.pressed().stream().map(Brief.Pressed::number).toList());
            cases(say("brief.quiet"), brief.quiet().stream().map(Brief.Pressed::number).toList());
            issues(brief);
            cases(say("brief.due"), reading.first(Part.DUE).stream().map(line -> line.number()).toList());
            late(brief);
            cases(say("brief.solved"), reading.first(Part.SOLVED).stream().map(line -> line.number()).toList());
            if (!brief.read().isEmpty()) text(say("brief.read"));
            brief.read().forEach(this::passage);
            if (brief.answer() != null) text(say("brief.answer"));
            Optional.ofNullable(brief.answer()).ifPresent(this::passage);
            deeds(brief);
            text(say("brief.how"));
            lines.add(new Line(LINK, "/desk/brief/" + brief.day()));
        }

        private String say(String key, String... places) {
            return of.words.say(language, key, places);
        }

        private void text(String text) {
            lines.add(new Line(TEXT, text));
        }

        private void cases(String title, List<CaseNumber> numbers) {
            var titles = numbers.stream().map(reading::line).filter(java.util.Objects::nonNull).limit(5)
                    .map(line -> "– " + line.title() + " (" + line.number() + (line.lead() == null ? "" : ", " + office(line.lead())) + ")").toList();
            if (!titles.isEmpty()) text(title + "\n" + String.join("\n", titles));
        }

        private void issues(Brief brief) {
            if (!brief.issues().isEmpty()) text(say("brief.issues"));
            for (var issue : brief.issues()) {
                text(reading.names().getOrDefault(issue.id(), say("brief.issue-gone")) + " – " + say("brief.issue-short", "" + issue.persons(), "" + issue.open(), "" + issue.unanswered()));
                issue.quotes().stream().limit(1).forEach(this::quote);
            }
        }

        private void late(Brief brief) {
            if (!brief.late().isEmpty()) text(say("brief.overdue") + "\n"
                    + brief.late().stream().map(one -> "– " + office(one.office()) + ": " + one.count()).collect(Collectors.joining("\n")));
        }

        private void deeds(Brief brief) {
            text(say("brief.deeds") + "\n" + (brief.deeds().isEmpty() ? say("brief.no-deeds")
                    : brief.deeds().stream().map(deed -> "– " + office(deed.office()) + ": " + say("cases.event." + deed.event()) + " " + deed.count()).collect(Collectors.joining("\n"))));
        }

        private void passage(Passage passage) {
            var line = reading.line(passage.number());
            text(say("brief.why." + passage.why()) + (line == null ? "" : "\n" + line.title()));
            quote(passage);
            lines.add(new Line(LINK, "/desk/cases/" + passage.number()));
        }

        private void quote(Passage passage) {
            var quoted = reading.quoted(passage);
            if (quoted != null) lines.add(new Line(QUOTE, quoted));
        }

        private String office(OfficeCode code) {
            return of.offices.office(code).map(Office::name).map(name -> name.in(language)).orElse(code.text());
        }
    }
}
