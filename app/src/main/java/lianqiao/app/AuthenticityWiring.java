package lianqiao.app;

import java.util.stream.Stream;
import lianqiao.authenticity.Alarm;
import lianqiao.authenticity.CallOffAlarmsThatAreOver;
import lianqiao.authenticity.Challenges;
import lianqiao.authenticity.DropUsedChecks;
import lianqiao.authenticity.FoldCopies;
import lianqiao.authenticity.Folds;
import lianqiao.authenticity.Limits;
import lianqiao.authenticity.NoticeSurges;
import lianqiao.authenticity.RecountSharedPhrases;
import lianqiao.authenticity.Reviews;
import lianqiao.authenticity.Surges;
import lianqiao.base.Contributions;
import lianqiao.offices.AnswerTemplate;
import lianqiao.offices.Offices;
import lianqiao.store.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What keeps floods from drowning the rest. */
@Configuration(proxyBeanMethods = false)
class AuthenticityWiring {
    @Bean Limits limits(Settings settings) {
        return new Limits(settings::limitsPercent);
    }

    @Bean Challenges challenges(Database database, Installation installation) {
        return new Challenges(database, installation.key("checks"));
    }

    @Bean Alarm alarm(Database database, Limits limits) {
        return new Alarm(database, limits);
    }

    @Bean CallOffAlarmsThatAreOver callOffAlarmsThatAreOver(Alarm alarm) {
        return new CallOffAlarmsThatAreOver(alarm);
    }

    @Bean DropUsedChecks dropUsedChecks(Database database) {
        return new DropUsedChecks(database);
    }

    @Bean Folds folds(Database database, Contributions contributions) {
        return new Folds(database, contributions);
    }

    @Bean FoldCopies foldCopies(Database database, Contributions contributions) {
        return new FoldCopies(database, contributions);
    }

    @Bean RecountSharedPhrases recountSharedPhrases(Database database, Contributions contributions, Offices offices) {
        return new RecountSharedPhrases(database, contributions,
                () -> offices.templates().stream().map(AnswerTemplate::body).flatMap(body -> Stream.of(body.zh(), body.en())).toList());
    }

    @Bean Reviews reviews(Database database) {
        return new Reviews(database);
    }

    @Bean Surges surges(Database database, Settings settings) {
        return new Surges(database, settings.zone());
    }

    @Bean NoticeSurges noticeSurges(Database database, Settings settings) {
        return new NoticeSurges(database, settings.zone());
    }
}
