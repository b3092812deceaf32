package lianqiao.app;

import java.time.InstantSource;
import lianqiao.cases.Cases;
import lianqiao.search.DeskSearch;
import lianqiao.search.Search;
import lianqiao.store.Database;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the room of search together: an index in the folder of this node, and the thread that keeps it in step. */
@Configuration(proxyBeanMethods = false)
class SearchWiring {
    @Bean(destroyMethod = "close") Search search(Installation installation, Cases cases, Database database) {
        return Search.open(installation.path().resolve("search"), cases, database);
    }

    @Bean DeskSearch deskSearch(Search search) {
        return search.desk();
    }

    /** Only in the server: a one-shot command leaves the index alone, and the server catches up afterwards. */
    @Bean(destroyMethod = "close") @ConditionalOnWebApplication IndexThread indexThread(Search search, InstantSource clock) {
        return new IndexThread(search, clock);
    }
}
