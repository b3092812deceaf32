package lianqiao.app;

import lianqiao.cases.CaseLine;
import lianqiao.cases.CaseQuery;
import lianqiao.cases.Cases;
import lianqiao.checklist.Checks;
import lianqiao.checklist.Former;
import lianqiao.checklist.FormerAnswers;
import lianqiao.store.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the officer's checklist together. It compares with public answers only. */
@Configuration(proxyBeanMethods = false)
class ChecklistWiring {
    @Bean FormerAnswers formerAnswers(Cases cases) {
        return (office, most) -> {
            var lines = cases.list(CaseQuery.inPublic(Math.min(most, 200)).ofOffice(office).counted(CaseQuery.Counted.ANSWERED));
            return cases.texts(lines.stream().map(CaseLine::number).toList()).stream().filter(text -> !text.confidential() && !text.answers().isEmpty())
                    .map(text -> new Former(text.number().text(), text.title() + "\n" + text.body(), text.answers().getLast())).toList();
        };
    }

    @Bean Checks checks(Database database, FormerAnswers former) {
        return new Checks(database, former);
    }
}
