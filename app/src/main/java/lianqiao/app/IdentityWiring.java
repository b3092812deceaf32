package lianqiao.app;

import lianqiao.identity.FollowCodes;
import lianqiao.identity.ForgetOldSignIns;
import lianqiao.identity.Keys;
import lianqiao.identity.OfficerLogins;
import lianqiao.identity.OpenSessions;
import lianqiao.identity.Residents;
import lianqiao.store.Database;
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

    @Bean FollowCodes followCodes(Keys keys) {
        return new FollowCodes(keys);
    }

    @Bean OpenSessions openSessions(Database database, Keys keys) {
        return new OpenSessions(database, keys);
    }

    @Bean ForgetOldSignIns forgetOldSignIns(OpenSessions sessions) {
        return new ForgetOldSignIns(sessions);
    }

    @Bean OfficerLogins officerLogins(Database database, Keys keys) {
        return new OfficerLogins(database, keys);
    }
}
