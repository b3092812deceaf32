package lianqiao.app;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianqiao.authenticity.Folds;
import lianqiao.base.CaseNumber;
import lianqiao.base.Contributions;
import lianqiao.cases.CaseLine;
import lianqiao.cases.Cases;
import lianqiao.cases.Closing;
import lianqiao.insight.Fate;
import lianqiao.insight.Fates;
import lianqiao.insight.CollectHotIssues;
import lianqiao.insight.HotIssues;
import lianqiao.insight.RefineHotIssues;
import lianqiao.offices.Offices;
import lianqiao.store.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What many say together. */
@Configuration(proxyBeanMethods = false)
class InsightWiring {
    /** Where cases stand, told without telling the room what a case is. */
    @Bean Fates fates(Cases cases) {
        return (references, now) -> of(cases, references, now);
    }

    @Bean HotIssues hotIssues(Database database) {
        return new HotIssues(database);
    }

    @Bean CollectHotIssues collectHotIssues(Database database, Contributions contributions, Folds folds, Fates fates, Offices offices, Settings settings) {
        return new CollectHotIssues(database, contributions, folds, fates, areas(offices), settings.zone());
    }

    @Bean RefineHotIssues refineHotIssues(Database database, Contributions contributions, Folds folds, Fates fates, Offices offices, Settings settings) {
        return new RefineHotIssues(database, contributions, folds, fates, areas(offices), settings.zone());
    }

    private static Map<String, Fate> of(Cases cases, Collection<String> references, Instant now) {
        var numbers = references.stream().flatMap(one -> CaseNumber.read(one).stream()).toList();
        return cases.publicLines(numbers).stream().collect(Collectors.toMap(line -> line.number().text(), line -> fate(line, now)));
    }

    private static Fate fate(CaseLine line, Instant now) {
        return new Fate(line.answeredAt() != null, line.isOverdueAt(now), line.closing() == Closing.RESIDENT_CONFIRMED, line.closedAt());
    }

    private static Supplier<List<String>> areas(Offices offices) {
        return () -> offices.areas().stream().flatMap(area -> Stream.of(area.name().zh(), area.name().en())).filter(name -> name.length() > 1).toList();
    }
}
