package lianqiao.app;

import lianqiao.brief.Briefs;
import lianqiao.cases.Cases;
import lianqiao.cases.Forgetting;
import lianqiao.cases.OwnCases;
import lianqiao.channels.CodesByLetter;
import lianqiao.channels.DropOldLetters;
import lianqiao.channels.ForgetContactsNobodyNeeds;
import lianqiao.channels.SendNotices;
import lianqiao.channels.MailTheBrief;
import lianqiao.channels.MorningWords;
import lianqiao.channels.Notices;
import lianqiao.channels.Outgoing;
import lianqiao.channels.OwnContact;
import lianqiao.channels.Subscriptions;
import lianqiao.channels.WriteNotices;
import lianqiao.identity.Accounts;
import lianqiao.identity.CodeCarrier;
import lianqiao.identity.Residents;
import lianqiao.identity.SignInCodes;
import lianqiao.offices.Offices;
import lianqiao.outside.Guard;
import lianqiao.store.Database;
import lianqiao.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What leaves the house: notices to residents, news to subscribers, and the door they leave by. */
@Configuration(proxyBeanMethods = false)
class ChannelsWiring {
    private static final String KEY = "letters";

    @Bean Notices notices(Database database) {
        return new Notices(database);
    }

    @Bean Subscriptions subscriptions(Database database, Residents residents, Cases cases, Offices offices, Installation installation) {
        return new Subscriptions(database, residents, cases, offices, installation.key(KEY));
    }

    @Bean WriteNotices writeNotices(Database database, Cases cases, Offices offices) {
        return new WriteNotices(database, cases, offices);
    }

    /** By SMTP when a host is named, otherwise only into the folder {@code mail} of the data folder. */
    @Bean Outgoing outgoing(Installation installation, Settings settings, Guard guard) {
        var mail = settings.mail();
        var sender = new Outgoing.Sender(mail.from().isEmpty() ? settings.siteEmail() : mail.from(), settings.siteName().zh());
        return mail.host().map(host -> Outgoing.smtp(host, mail.port(), Outgoing.Security.valueOf(mail.security().name()), mail.user(), mail.password(), sender, guard))
                .orElseGet(() -> Outgoing.folder(installation.path().resolve("mail"), sender));
    }

    @Bean DropOldLetters dropOldLetters(Database database, Outgoing outgoing, Settings settings) {
        return new DropOldLetters(database, outgoing, settings.lettersKept());
    }

    @Bean OwnContact ownContact(Database database, Residents residents, Cases cases, Forgetting forgetting, Accounts accounts, OwnCases own) {
        return new OwnContact(database, residents, cases, forgetting, accounts, own);
    }

    @Bean ForgetContactsNobodyNeeds forgetContactsNobodyNeeds(Residents residents, OwnContact contacts) {
        return new ForgetContactsNobodyNeeds(residents, contacts);
    }

    /** Letters only: there is no gateway for text messages, and one would be a second bean like this. */
    @Bean CodeCarrier codesByLetter(Database database) {
        return new CodesByLetter(database);
    }

    @Bean MorningWords morningWords(Briefs briefs, Offices offices, Words words) {
        return new BriefLetter(briefs, offices, words);
    }

    @Bean MailTheBrief mailTheBrief(Database database, Offices offices, Briefs briefs) {
        return new MailTheBrief(database, offices, briefs::latest);
    }

    @Bean SendNotices sendNotices(Database database, Residents residents, SignInCodes codes, Cases cases, Offices offices, Words words, Outgoing outgoing,
            MorningWords morning, Settings settings, Installation installation) {
        return new SendNotices(database, residents, codes, cases, offices, new MailWording(words, settings), morning, outgoing,
                new SendNotices.Signature(settings.siteName(), settings.sitePhone()), installation.key(KEY));
    }
}
