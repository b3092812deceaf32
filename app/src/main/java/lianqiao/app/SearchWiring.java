package lianqiao.app;

import lianqiao.cases.Cases;
import lianqiao.search.DeskSearch;
import lianqiao.search.DropForgottenWords;
import lianqiao.search.FollowCasesIntoTheIndex;
import lianqiao.search.Search;
import lianqiao.store.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the room of search together: an index in the folder of this node; its job keeps it in step. */
@Configuration(proxyBeanMethods = false)
class SearchWiring {
    @Bean(destroyMethod = "close") Search search(Installation installation, Cases cases, Database database) {
        return Search.open(installation.path().resolve("search"), cases, database);
    }

    @Bean DeskSearch deskSearch(Search search) {
        return search.desk();
    }

    @Bean FollowCasesIntoTheIndex followCasesIntoTheIndex(Search search) {
        return new FollowCasesIntoTheIndex(search);
    }

    @Bean DropForgottenWords dropForgottenWords(Search search) {
        return new DropForgottenWords(search);
    }
}
