package lianqiao.app;

import static lianqiao.jobs.Job.everywhere;
import static lianqiao.jobs.Job.once;

import java.time.Duration;
import java.util.List;
import lianqiao.authenticity.CallOffAlarmsThatAreOver;
import lianqiao.authenticity.DropUsedChecks;
import lianqiao.cases.ForgetWhatIsDue;
import lianqiao.cases.MaskTextsAnew;
import lianqiao.cases.RunTheClocks;
import lianqiao.cases.ScanWaitingPhotos;
import lianqiao.channels.DropOldLetters;
import lianqiao.channels.ForgetContactsNobodyNeeds;
import lianqiao.channels.SendNotices;
import lianqiao.channels.WriteNotices;
import lianqiao.identity.ForgetOldSignIns;
import lianqiao.identity.SealContactsAgain;
import lianqiao.jobs.Job;
import lianqiao.rights.CarryNoticesOn;
import lianqiao.search.DropForgottenWords;
import lianqiao.search.FollowCasesIntoTheIndex;
import lianqiao.transparency.CompareEventsWithTheLog;
import lianqiao.transparency.PublishTheLog;

/** Every job of the house and how often it runs; a test compares it with the jobs there are. */
final class Timetable {
    private Timetable() {}

    static List<Job> of(RunTheClocks clocks, FollowCasesIntoTheIndex index, WriteNotices written, SendNotices sent,
            PublishTheLog published, SealContactsAgain sealed, DropOldLetters dropped, MaskTextsAnew masked,
            ForgetWhatIsDue forgotten, ForgetContactsNobodyNeeds letGo, ForgetOldSignIns signedOut, DropForgottenWords unindexed,
            CarryNoticesOn carried, CompareEventsWithTheLog compared, CallOffAlarmsThatAreOver calm, DropUsedChecks checks, ScanWaitingPhotos scanned) {
        return List.of(
                once(RunTheClocks.class, Duration.ofSeconds(30), clocks::run),
                once(CarryNoticesOn.class, Duration.ofSeconds(1), carried::run),
                once(WriteNotices.class, Duration.ofSeconds(1), written::run),
                once(SendNotices.class, Duration.ofSeconds(2), sent::run),
                everywhere(PublishTheLog.class, Duration.ofMillis(500), published::run),
                everywhere(CompareEventsWithTheLog.class, Duration.ofMinutes(5), compared::run),
                once(SealContactsAgain.class, Duration.ofMinutes(10), sealed::run),
                once(DropOldLetters.class, Duration.ofHours(1), dropped::run),
                once(MaskTextsAnew.class, Duration.ofMinutes(1), masked::run),
                once(ForgetWhatIsDue.class, Duration.ofMinutes(10), forgotten::run),
                once(ForgetContactsNobodyNeeds.class, Duration.ofHours(24), letGo::run),
                once(ForgetOldSignIns.class, Duration.ofHours(1), signedOut::run),
                once(CallOffAlarmsThatAreOver.class, Duration.ofMinutes(1), calm::run),
                once(ScanWaitingPhotos.class, Duration.ofMinutes(1), scanned::run),
                once(DropUsedChecks.class, Duration.ofMinutes(10), checks::run),
                everywhere(DropForgottenWords.class, Duration.ofHours(6), unindexed::run),
                everywhere(FollowCasesIntoTheIndex.class, Duration.ofSeconds(1), index::run));
    }
}
