package lianqiao.app;

import lianqiao.authenticity.Folds;
import lianqiao.base.Contributions;
import lianqiao.brief.Briefs;
import lianqiao.brief.WriteTheBrief;
import lianqiao.cases.DayBook;
import lianqiao.insight.Book;
import lianqiao.insight.Digest;
import lianqiao.insight.FindProposals;
import lianqiao.insight.HotIssues;
import lianqiao.insight.IssueList;
import lianqiao.insight.Pressing;
import lianqiao.insight.ReadWhatPresses;
import lianqiao.insight.Suggestions;
import lianqiao.store.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What presses, and the leader's brief. */
@Configuration(proxyBeanMethods = false)
class BriefWiring {
    @Bean Book book(DayBook days) {
        return new OpenBook(days);
    }

    @Bean IssueList issueList(HotIssues issues) {
        return IssueList.of(issues);
    }

    @Bean Pressing pressing(Database database, Contributions contributions, Book book, Folds folds, IssueList issues) {
        return new Pressing(database, contributions, book, folds, issues);
    }

    @Bean ReadWhatPresses readWhatPresses(Pressing pressing) {
        return new ReadWhatPresses(pressing);
    }

    @Bean Suggestions suggestions(Database database, Contributions contributions) {
        return new Suggestions(database, contributions);
    }

    @Bean FindProposals findProposals(Suggestions suggestions) {
        return new FindProposals(suggestions);
    }

    @Bean DayBook dayBook(Database database) {
        return new DayBook(database);
    }

    @Bean Digest digest(Contributions contributions, Book book, Folds folds) {
        return new Digest(contributions, book, folds);
    }

    @Bean Briefs briefs(Database database, Book book, Pressing pressing, IssueList issues, Digest digest, Settings settings) {
        return new Briefs(database, book, pressing, issues, digest, settings.zone());
    }

    @Bean WriteTheBrief writeTheBrief(Briefs briefs, Book book, Settings settings) {
        return new WriteTheBrief(briefs, book, settings.briefAt(), settings.zone());
    }
}
