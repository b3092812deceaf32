package lianqiao.app;

import java.time.InstantSource;
import java.util.UUID;
import lianqiao.jobs.JobRuns;
import lianqiao.jobs.Jobs;
import lianqiao.store.Database;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts the timetable together. Each job is a bean of its room's wiring, found by the timetable; so at the end the jobs stop after the
 * last request and before the rooms they work in are closed.
 */
@Configuration(proxyBeanMethods = false)
class JobsWiring {
    /** Also asked for the figures by the pages that show them. */
    @Bean JobRuns jobRuns(Database database) {
        return new JobRuns(database);
    }

    /** Only in the server: a one-shot command does its own work and nothing else. */
    @Bean(initMethod = "start", destroyMethod = "close") @ConditionalOnWebApplication
    Jobs jobs(Database database, BeanFactory beans, InstantSource clock) {
        return new Jobs(database, Timetable.of(beans), clock, "node-" + UUID.randomUUID());
    }
}
