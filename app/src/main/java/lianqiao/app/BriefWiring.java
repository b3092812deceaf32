package lianqiao.app;

import lianqiao.authenticity.Folds;
import lianqiao.base.Contributions;
import lianqiao.brief.Briefs;
import lianqiao.brief.WriteTheBrief;
import lianqiao.cases.DayBook;
import lianqiao.insight.Book;
import lianqiao.insight.HotIssues;
import lianqiao.insight.Pressing;
import lianqiao.insight.ReadWhatPresses;
import lianqiao.store.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What presses, and the leader's brief. */
@Configuration(proxyBeanMethods = false)
class BriefWiring {
    @Bean Book book(Database database) {
        return new OpenBook(new DayBook(database));
    }

    @Bean Pressing pressing(Database database, Contributions contributions, Book book, Folds folds, HotIssues issues) {
        return new Pressing(database, contributions, book, folds, issues);
    }

    @Bean ReadWhatPresses readWhatPresses(Pressing pressing) {
        return new ReadWhatPresses(pressing);
    }

    @Bean Briefs briefs(Database database, Book book, Settings settings) {
        return new Briefs(database, book, settings.zone());
    }

    @Bean WriteTheBrief writeTheBrief(Briefs briefs, Book book, Settings settings) {
        return new WriteTheBrief(briefs, book, settings.briefAt(), settings.zone());
    }
}
