package lianqiao.app;

import java.util.stream.Collectors;
import lianqiao.base.CaseNumber;
import lianqiao.cases.Cases;
import lianqiao.offices.Offices;
import lianqiao.routing.FollowDecisions;
import lianqiao.routing.PublicWords;
import lianqiao.routing.RoutingHelp;
import lianqiao.store.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the help for dispatchers together. It reads what everybody may read of a case, and nothing else. */
@Configuration(proxyBeanMethods = false)
class RoutingWiring {
    @Bean PublicWords publicWords(Cases cases) {
        return numbers -> cases.texts(numbers.stream().map(CaseNumber::new).toList()).stream().filter(text -> !text.confidential())
                .collect(Collectors.toMap(text -> text.number().text(), text -> text.title() + "\n" + text.body()));
    }

    @Bean RoutingHelp routingHelp(Database database, Offices offices, PublicWords words, Installation installation) {
        return new RoutingHelp(database, offices, words, installation.key("routing"));
    }

    @Bean FollowDecisions followDecisions(RoutingHelp help) {
        return new FollowDecisions(help);
    }
}
