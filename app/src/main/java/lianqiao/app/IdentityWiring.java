package lianqiao.app;

import java.util.ArrayList;
import java.util.List;
import lianqiao.base.Language;
import lianqiao.base.Text;
import lianqiao.identity.Accounts;
import lianqiao.identity.CodeCarrier;
import lianqiao.identity.CounterCheck;
import lianqiao.identity.FollowCodes;
import lianqiao.identity.ForgetOldSignIns;
import lianqiao.identity.Keys;
import lianqiao.identity.LoginActs;
import lianqiao.identity.OfficerLogins;
import lianqiao.identity.OpenSessions;
import lianqiao.identity.PasskeySite;
import lianqiao.identity.Passkeys;
import lianqiao.identity.ResidentVerifier;
import lianqiao.identity.Residents;
import lianqiao.identity.SealContactsAgain;
import lianqiao.identity.SignInCodes;
import lianqiao.identity.Verifications;
import lianqiao.identity.Voices;
import lianqiao.outside.Guard;
import lianqiao.store.Database;
import lianqiao.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the vault together. Its key file lies in the data folder; a copy of the database without it says nothing about anyone. */
@Configuration(proxyBeanMethods = false)
class IdentityWiring {
    @Bean Keys vaultKeys(Settings settings) {
        return Keys.in(settings.vaultKeys());
    }

    @Bean Residents residents(Database database, Keys keys) {
        return new Residents(database, keys);
    }

    @Bean Voices voices(Database database, Keys keys, Verifications verifications) {
        return new Voices(database, keys, verifications::marks);
    }

    @Bean FollowCodes followCodes(Keys keys) {
        return new FollowCodes(keys);
    }

    @Bean OpenSessions openSessions(Database database, Keys keys) {
        return new OpenSessions(database, keys);
    }

    @Bean ForgetOldSignIns forgetOldSignIns(Database database, OpenSessions sessions) {
        return new ForgetOldSignIns(database, sessions);
    }

    @Bean SignInCodes signInCodes(Database database, Keys keys, Residents residents, List<CodeCarrier> carriers) {
        return new SignInCodes(database, keys, residents, carriers);
    }

    @Bean Passkeys passkeys(Database database, Keys keys, Settings settings) {
        return new Passkeys(database, keys, PasskeySite.at(settings.publicUrl(), settings.siteName().zh()));
    }

    @Bean CounterCheck counterCheck(Database database, Keys keys, Words words) {
        return new CounterCheck(database, keys, new Text(words.say(Language.ZH, "identity.counter.name"), words.say(Language.EN, "identity.counter.name")));
    }

    /** Those an operator has named, and the counter. */
    @Bean Verifications verifications(Database database, Keys keys, Settings settings, Guard guard, CounterCheck counter) {
        var all = new ArrayList<>(settings.identityServices().verifiers(guard));
        all.add(counter);
        return new Verifications(database, keys, all);
    }

    @Bean Accounts accounts(Database database, Voices voices) {
        return new Accounts(database, voices);
    }

    @Bean LoginActs loginActs(Database database) {
        return new LoginActs(database);
    }

    @Bean OfficerLogins officerLogins(Database database, Keys keys) {
        return new OfficerLogins(database, keys);
    }

    @Bean SealContactsAgain sealContactsAgain(Residents residents, OfficerLogins logins, Voices voices) {
        return new SealContactsAgain(residents, logins, voices);
    }
}
