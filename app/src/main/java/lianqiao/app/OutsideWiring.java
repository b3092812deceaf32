package lianqiao.app;

import java.util.ArrayList;
import lianqiao.outside.Destination;
import lianqiao.outside.Guard;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whom this installation may call: the places that some setting names, and nobody else. */
@Configuration(proxyBeanMethods = false)
class OutsideWiring {
    @Bean Guard guard(Settings settings) {
        var named = new ArrayList<>(settings.outside().named());
        settings.log().witnesses().forEach(witness -> named.add(Destination.of(witness.submission())));
        settings.mail().host().ifPresent(host -> named.add(Destination.mail(host, settings.mail().port())));
        named.addAll(settings.identityServices().destinations());
        return new Guard(named, settings.outside().inside());
    }
}
