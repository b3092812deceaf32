package lianqiao.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lianqiao.offices.Service;

/**
 * A router for a town that has trained none yet: it knows the names, descriptions and keywords of its services and nothing
 * else. It never selects anything beforehand.
 */
final class FirstWords {
    private static final int ROUNDS = 3;

    private FirstWords() {}

    static Router of(List<Service> services, Instant now) {
        var active = services.stream().filter(Service::active).toList();
        var texts = active.stream().flatMap(service -> words(service).stream()).toList();
        var router = Training.untaught(active.stream().map(service -> service.code().text()).toList(), texts, now);
        for (int round = 0; round < ROUNDS; round++)
            for (var service : active) for (var text : words(service)) router.learn(Lesson.first(text, service.code().text()));
        return router;
    }

    private static List<String> words(Service service) {
        var words = new ArrayList<String>();
        words.add(service.name().zh() + "，" + service.description().zh() + "，" + service.keywords());
        words.add(service.name().en() + ", " + service.description().en() + ", " + service.keywords());
        return words;
    }
}
