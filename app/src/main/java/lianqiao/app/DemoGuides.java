package lianqiao.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import lianqiao.app.demo.DemoKeys;
import lianqiao.app.demo.DemoTown;
import lianqiao.base.Language;
import lianqiao.base.Text;
import lianqiao.desk.DemoPeople;
import lianqiao.identity.OfficerLogins;
import lianqiao.offices.Duty;
import lianqiao.offices.Officer;
import lianqiao.web.Words;

/**
 * Shows one sign-in per duty of the invented city beside the sign-in form. Only to somebody at this very machine: as
 * soon as the program listens to a network or stands behind a proxy, it shows nobody.
 */
final class DemoGuides implements DemoPeople {
    private final DemoTown town;
    private final DemoKeys keys;
    private final Words words;
    private final boolean here;

    DemoGuides(DemoTown town, DemoKeys keys, Words words, Settings settings) {
        this.town = town;
        this.keys = keys;
        this.words = words;
        this.here = isLoopback(settings.address()) && isLoopback(settings.publicUrl().getHost()) && !settings.behindProxy();
    }

    @Override public List<Person> at(Instant now) {
        if (!here) return List.of();
        var code = OfficerLogins.codeAt(keys.secret(), now);
        return town.guides().stream().map(guide -> new Person(guide.id().text(), guide.name(), does(guide), keys.password(), code)).toList();
    }

    private Text does(Officer guide) {
        var duty = guide.duties().stream().sorted().findFirst().orElse(Duty.OFFICER);
        return new Text(words.say(Language.ZH, duty.word()), words.say(Language.EN, duty.word()));
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
