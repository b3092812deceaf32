package lianqiao.app;

import lianqiao.cases.Calendars;
import lianqiao.cases.Cases;
import lianqiao.cases.DeskLists;
import lianqiao.cases.ForgetWhatIsDue;
import lianqiao.cases.Forgetting;
import lianqiao.cases.Moderation;
import lianqiao.cases.OwnCases;
import lianqiao.cases.Photos;
import lianqiao.cases.PublicCases;
import lianqiao.cases.Rules;
import lianqiao.desk.Dates;
import lianqiao.identity.FollowCodes;
import lianqiao.offices.Offices;
import lianqiao.rights.CarryNoticesOn;
import lianqiao.rights.GivenNotices;
import lianqiao.store.Database;
import lianqiao.store.Events;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the room of cases together: its rules, the calendar in use, its photos. */
@Configuration(proxyBeanMethods = false)
class CasesWiring {
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

    @Bean Photos photos(Installation installation, Database database) {
        return new Photos(installation.path().resolve("photos"), database);
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
}
