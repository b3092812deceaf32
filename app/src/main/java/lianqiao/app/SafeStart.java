package lianqiao.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import lianqiao.store.CannotStart;

/** What must be settled before anybody but this machine may reach the program. */
final class SafeStart {
    private SafeStart() {}

    /**
     * Beyond this machine only as a real installation under a public address with https: unset, links in letters would lead nowhere,
     * and without https whatever is typed could be read on the way. The invented city, whose passwords are printed, never.
     */
    static void check(Settings settings) {
        if (isOnlyHere(settings)) return;
        if (Files.exists(settings.data().resolve("keys").resolve("demo.key"))) throw new CannotStart("app.safe.demo", settings.address());
        if (!settings.published() || !settings.publicUrl().getScheme().equals("https")) throw new CannotStart("app.safe.address", settings.address());
    }

    /** Whether nobody but this machine can reach it. A name that stands for nothing is told later, when the port is taken. */
    static boolean isOnlyHere(Settings settings) {
        try {
            for (var address : InetAddress.getAllByName(settings.address())) if (!address.isLoopbackAddress()) return false;
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
