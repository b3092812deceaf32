package lianqiao.app;

import lianqiao.brief.Book;
import lianqiao.brief.Briefs;
import lianqiao.brief.WriteTheBrief;
import lianqiao.cases.DayBook;
import lianqiao.store.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The leader's brief. */
@Configuration(proxyBeanMethods = false)
class BriefWiring {
    @Bean Book book(Database database) {
        return new OpenBook(new DayBook(database));
    }

    @Bean Briefs briefs(Database database, Book book, Settings settings) {
        return new Briefs(database, book, settings.zone());
    }

    @Bean WriteTheBrief writeTheBrief(Briefs briefs, Book book, Settings settings) {
        return new WriteTheBrief(briefs, book, settings.briefAt(), settings.zone());
    }
}
