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
        settings.languageModel().ifPresent(model -> named.add(Destination.of(model.address())));
        var inside = new ArrayList<>(settings.outside().inside());
        // A scanner lies beside the program or in its own network.
        settings.scanner().ifPresent(scanner -> {
            named.add(scanner);
            inside.add(scanner.host() + ":" + scanner.port());
        });
        return new Guard(named, inside);
    }
}
