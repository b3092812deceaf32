package lianqiao.app;

import java.time.InstantSource;
import java.util.UUID;
import lianqiao.authenticity.CallOffAlarmsThatAreOver;
import lianqiao.authenticity.DropUsedChecks;
import lianqiao.cases.Cases;
import lianqiao.cases.ForgetWhatIsDue;
import lianqiao.cases.MaskTextsAnew;
import lianqiao.cases.RunTheClocks;
import lianqiao.cases.ScanWaitingPhotos;
import lianqiao.channels.DropOldLetters;
import lianqiao.channels.ForgetContactsNobodyNeeds;
import lianqiao.channels.SendNotices;
import lianqiao.channels.WriteNotices;
import lianqiao.identity.ForgetOldSignIns;
import lianqiao.identity.OfficerLogins;
import lianqiao.identity.Residents;
import lianqiao.identity.SealContactsAgain;
import lianqiao.identity.Voices;
import lianqiao.jobs.JobRuns;
import lianqiao.jobs.Jobs;
import lianqiao.rights.CarryNoticesOn;
import lianqiao.search.DropForgottenWords;
import lianqiao.search.FollowCasesIntoTheIndex;
import lianqiao.search.Search;
import lianqiao.store.Database;
import lianqiao.transparency.CompareEventsWithTheLog;
import lianqiao.transparency.Comparison;
import lianqiao.transparency.PublicLog;
import lianqiao.transparency.PublishTheLog;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts the jobs and their timetable together. At the end the jobs stop after the last request and before the rooms
 * they work in are closed.
 */
@Configuration(proxyBeanMethods = false)
class JobsWiring {
    /** Also asked for the figures by the pages that show them. */
    @Bean JobRuns jobRuns(Database database) {
        return new JobRuns(database);
    }

    /** Only in the server: a one-shot command does its own work and nothing else. */
    @Bean(initMethod = "start", destroyMethod = "close") @ConditionalOnWebApplication
    Jobs jobs(Database database, Cases cases, Search search, WriteNotices written, SendNotices sent, PublicLog log,
            Residents residents, OfficerLogins logins, Voices voices, DropOldLetters dropped, ForgetWhatIsDue forgotten, ForgetContactsNobodyNeeds letGo,
            ForgetOldSignIns signedOut, CarryNoticesOn carried, Comparison comparison,
            CallOffAlarmsThatAreOver calm, DropUsedChecks checks, ScanWaitingPhotos scanned, InstantSource clock) {
        var timetable = Timetable.of(new RunTheClocks(cases), new FollowCasesIntoTheIndex(search), written, sent, new PublishTheLog(log),
                new SealContactsAgain(residents, logins, voices), dropped, new MaskTextsAnew(database, cases),
                forgotten, letGo, signedOut, new DropForgottenWords(search), carried, new CompareEventsWithTheLog(comparison), calm, checks, scanned);
        return new Jobs(database, timetable, clock, "node-" + UUID.randomUUID());
    }
}
