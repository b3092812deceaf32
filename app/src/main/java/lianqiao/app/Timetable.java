package lianqiao.app;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import lianqiao.authenticity.CallOffAlarmsThatAreOver;
import lianqiao.authenticity.DropUsedChecks;
import lianqiao.authenticity.FoldCopies;
import lianqiao.authenticity.NoticeSurges;
import lianqiao.authenticity.RecountSharedPhrases;
import lianqiao.brief.WriteTheBrief;
import lianqiao.cases.ForgetWhatIsDue;
import lianqiao.cases.MaskTextsAnew;
import lianqiao.cases.RunTheClocks;
import lianqiao.cases.ScanWaitingPhotos;
import lianqiao.cases.TakeInContributions;
import lianqiao.channels.DropOldLetters;
import lianqiao.channels.ForgetContactsNobodyNeeds;
import lianqiao.channels.MailTheBrief;
import lianqiao.channels.SendNotices;
import lianqiao.channels.WriteNotices;
import lianqiao.identity.ForgetOldSignIns;
import lianqiao.identity.SealContactsAgain;
import lianqiao.insight.FindProposals;
import lianqiao.insight.ReadWhatPresses;
import lianqiao.insight.CollectHotIssues;
import lianqiao.insight.RefineHotIssues;
import lianqiao.jobs.Job;
import lianqiao.rights.CarryNoticesOn;
import lianqiao.routing.FollowDecisions;
import lianqiao.search.DropForgottenWords;
import lianqiao.search.FollowCasesIntoTheIndex;
import lianqiao.transparency.CompareEventsWithTheLog;
import lianqiao.transparency.PublishTheLog;
import org.springframework.beans.factory.BeanFactory;

/** Every job of the house and how often it runs; a test compares it with the jobs there are. */
final class Timetable {
    private Timetable() {}

    /** @param beans where each job is found, put together by the wiring of its room */
    static List<Job> of(BeanFactory beans) {
        return List.of(
                once(beans, RunTheClocks.class, Duration.ofSeconds(30), RunTheClocks::run),
                once(beans, CarryNoticesOn.class, Duration.ofSeconds(1), CarryNoticesOn::run),
                once(beans, WriteNotices.class, Duration.ofSeconds(1), WriteNotices::run),
                once(beans, SendNotices.class, Duration.ofSeconds(2), SendNotices::run),
                once(beans, TakeInContributions.class, Duration.ofSeconds(1), TakeInContributions::run),
                once(beans, FoldCopies.class, Duration.ofSeconds(2), FoldCopies::run),
                once(beans, RecountSharedPhrases.class, Duration.ofMinutes(1), RecountSharedPhrases::run),
                once(beans, NoticeSurges.class, Duration.ofMinutes(10), NoticeSurges::run),
                once(beans, CollectHotIssues.class, Duration.ofSeconds(5), CollectHotIssues::run),
                once(beans, RefineHotIssues.class, Duration.ofMinutes(1), RefineHotIssues::run),
                everywhere(beans, PublishTheLog.class, Duration.ofMillis(500), PublishTheLog::run),
                everywhere(beans, CompareEventsWithTheLog.class, Duration.ofMinutes(5), CompareEventsWithTheLog::run),
                once(beans, SealContactsAgain.class, Duration.ofMinutes(10), SealContactsAgain::run),
                once(beans, DropOldLetters.class, Duration.ofHours(1), DropOldLetters::run),
                once(beans, MaskTextsAnew.class, Duration.ofMinutes(1), MaskTextsAnew::run),
                once(beans, ForgetWhatIsDue.class, Duration.ofMinutes(10), ForgetWhatIsDue::run),
                once(beans, ForgetContactsNobodyNeeds.class, Duration.ofHours(24), ForgetContactsNobodyNeeds::run),
                once(beans, ForgetOldSignIns.class, Duration.ofHours(1), ForgetOldSignIns::run),
                once(beans, CallOffAlarmsThatAreOver.class, Duration.ofMinutes(1), CallOffAlarmsThatAreOver::run),
                once(beans, ScanWaitingPhotos.class, Duration.ofMinutes(1), ScanWaitingPhotos::run),
                once(beans, WriteTheBrief.class, Duration.ofMinutes(1), WriteTheBrief::run),
                once(beans, ReadWhatPresses.class, Duration.ofSeconds(2), ReadWhatPresses::run),
                everywhere(beans, FollowDecisions.class, Duration.ofSeconds(2), FollowDecisions::run),
                once(beans, FindProposals.class, Duration.ofSeconds(10), FindProposals::run),
                once(beans, MailTheBrief.class, Duration.ofMinutes(1), MailTheBrief::run),
                once(beans, DropUsedChecks.class, Duration.ofMinutes(10), DropUsedChecks::run),
                everywhere(beans, DropForgottenWords.class, Duration.ofHours(6), DropForgottenWords::run),
                everywhere(beans, FollowCasesIntoTheIndex.class, Duration.ofSeconds(1), FollowCasesIntoTheIndex::run));
    }

    private static <J> Job once(BeanFactory beans, Class<J> job, Duration pause, BiConsumer<J, Instant> run) {
        var work = beans.getBean(job);
        return Job.once(job, pause, now -> run.accept(work, now));
    }

    private static <J> Job everywhere(BeanFactory beans, Class<J> job, Duration pause, BiConsumer<J, Instant> run) {
        var work = beans.getBean(job);
        return Job.everywhere(job, pause, now -> run.accept(work, now));
    }
}
