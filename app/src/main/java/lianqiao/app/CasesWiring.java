package lianqiao.app;

import java.time.Duration;
import lianqiao.cases.Calendars;
import lianqiao.cases.CaseContributions;
import lianqiao.cases.Cases;
import lianqiao.cases.DeskLists;
import lianqiao.cases.ForgetWhatIsDue;
import lianqiao.cases.Forgetting;
import lianqiao.cases.MaskTextsAnew;
import lianqiao.cases.Moderation;
import lianqiao.cases.OwnCases;
import lianqiao.cases.Photos;
import lianqiao.cases.PublicCases;
import lianqiao.cases.Rules;
import lianqiao.cases.RunTheClocks;
import lianqiao.cases.ScanWaitingPhotos;
import lianqiao.cases.Scanner;
import lianqiao.cases.TakeInContributions;
import lianqiao.desk.Dates;
import lianqiao.identity.FollowCodes;
import lianqiao.identity.Verifications;
import lianqiao.identity.Voices;
import lianqiao.offices.Offices;
import lianqiao.outside.FileScanner;
import lianqiao.outside.Guard;
import lianqiao.rights.CarryNoticesOn;
import lianqiao.rights.GivenNotices;
import lianqiao.store.Database;
import lianqiao.store.Events;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the room of cases together: its rules, the calendar in use, its photos. */
@Configuration(proxyBeanMethods = false)
class CasesWiring {
    private static final Duration SCANNER_PATIENCE = Duration.ofSeconds(10);

    @Bean PublicCases publicCases(Database database) {
        return new PublicCases(database);
    }

    @Bean Rules rules() {
        return Rules.standard();
    }

    @Bean Calendars calendars(Database database, Settings settings) {
        return Calendars.in(database, settings.zone());
    }

    @Bean Cases cases(Database database, Events events, Offices offices, FollowCodes codes, Calendars calendars, Rules rules) {
        return new Cases(database, events, offices, codes, calendars::inUse, rules);
    }

    @Bean OwnCases ownCases(Database database, Cases cases) {
        return new OwnCases(database, cases);
    }

    @Bean Photos photos(Installation installation, Database database, Settings settings, Guard guard) {
        var scanner = settings.scanner().map(where -> new FileScanner(guard, where, SCANNER_PATIENCE));
        return new Photos(installation.path().resolve("photos"), database, scanner.<Scanner>map(one -> one::isHarmful).orElse(null));
    }

    @Bean ScanWaitingPhotos scanWaitingPhotos(Photos photos) {
        return new ScanWaitingPhotos(photos);
    }

    @Bean Moderation moderation(Database database) {
        return new Moderation(database);
    }

    @Bean Forgetting forgetting(Database database, Events events, Cases cases, Photos photos) {
        return new Forgetting(database, events, cases, photos);
    }

    @Bean ForgetWhatIsDue forgetWhatIsDue(Forgetting forgetting, Settings settings) {
        return new ForgetWhatIsDue(forgetting, settings.contactsKept());
    }

    @Bean GivenNotices givenNotices(Database database, Cases cases) {
        return new GivenNotices(database, cases);
    }

    @Bean CarryNoticesOn carryNoticesOn(Database database, Cases cases) {
        return new CarryNoticesOn(database, cases);
    }

    @Bean Dates dates(Calendars calendars) {
        return new Dates(calendars::inUse);
    }

    @Bean DeskLists deskLists(Database database) {
        return new DeskLists(database);
    }

    @Bean RunTheClocks runTheClocks(Cases cases) {
        return new RunTheClocks(cases);
    }

    @Bean MaskTextsAnew maskTextsAnew(Database database, Cases cases) {
        return new MaskTextsAnew(database, cases);
    }

    @Bean CaseContributions caseContributions(Database database) {
        return new CaseContributions(database);
    }

    @Bean TakeInContributions takeInContributions(Database database, Voices voices, Verifications verifications) {
        return new TakeInContributions(database, voices, verifications);
    }
}
