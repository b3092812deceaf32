package lianqiao.app.bench;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lianqiao.app.RunningServer;
import lianqiao.app.Settings;
import lianqiao.town.Browser;
import lianqiao.town.Browser.Eyes;

/**
 * Signs residents in through Keycloak, an identity service that we did not write: on its own page, in a real browser,
 * {@code --times N}. The service comes from the registry of the build, runs on loopback and is thrown away afterwards.
 */
public final class IdentityBench implements Bench {
    @Override public String name() {
        return "identity";
    }

    @Override public List<String> options() {
        return List.of("times");
    }

    @Override public Verdict run(Stand stand) {
        int times = (int) stand.number("times", 10, 1, 1_000);
        stand.say("%s", stand.machine());
        var folder = stand.data().resolve("bench-identity").toAbsolutePath().normalize();
        BenchCity.erase(folder);
        int port = FreePort.next();
        try (var keycloak = Keycloak.start(folder, stand)) {
            keycloak.makeRealm("http://localhost:" + port);
            var services = Files.writeString(folder.resolve("services"), "keycloak.issuer = " + keycloak.issuer() + "\nkeycloak.client = lianqiao\nkeycloak.secret-file = secret\n"
                    + "keycloak.name.en = Keycloak\nkeycloak.name.zh = Keycloak\n");
            Files.writeString(folder.resolve("secret"), Keycloak.SECRET);
            var settings = Settings.read(Map.of("LIANQIAO_IDENTITY_SERVICES", services.toString(), "LIANQIAO_OUTGOING_INSIDE", "127.0.0.1:" + keycloak.port()),
                    Map.of("port", "" + port, "data", folder.resolve("city").toString()));
            try (var _ = RunningServer.start(settings); var browser = Browser.start()) {
                return told(stand, keycloak, browser, "http://localhost:" + port, times);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            BenchCity.erase(folder);
        }
    }

    private static Verdict told(Stand stand, Keycloak keycloak, Browser browser, String address, int times) {
        var wrong = signIn(browser, address, "not the password");
        var took = new ArrayList<Double>();
        for (int i = 0; i < times; i++) {
            long began = System.nanoTime();
            if (!signIn(browser, address, Keycloak.PASSWORD)) break;
            took.add((System.nanoTime() - began) / 1e6);
        }
        took.sort(null);
        stand.say("%s", new Table("signed in", "median ms", "slowest ms").row(took.size(), took.isEmpty() ? 0 : took.get(took.size() / 2), took.isEmpty() ? 0 : took.getLast()));
        return new Verdict("identity").atLeast("signed-in", took.size(), times).atMost("with-a-wrong-password", wrong ? 1 : 0, 0)
                .with("median-ms", took.isEmpty() ? 0.0 : took.get(took.size() / 2)).with("slowest-ms", took.isEmpty() ? 0.0 : took.getLast())
                .with("keycloak", Keycloak.VERSION).with("keycloak-start-seconds", keycloak.startSeconds());
    }

    /** One person with a browser of their own, from our page over the service's page back to ours; whether they were signed in and verified. */
    private static boolean signIn(Browser browser, String address, String password) {
        var page = browser.open(Eyes.DESKTOP);
        try {
            page.setDefaultTimeout(Duration.ofSeconds(60).toMillis());
            page.navigate(address + "/en/me/sign-in");
            page.click("form[action='/en/me/sign-in/with/keycloak'] button");
            page.click("#there");
            page.fill("#username", Keycloak.USER);
            page.fill("#password", password);
            page.click("#kc-login");
            page.waitForLoadState();
            if (!page.url().equals(address + "/en/me")) return false;
            return verified(page, address);
        } finally {
            Browser.leave(page);
        }
    }

    private static boolean verified(Page page, String address) {
        page.navigate(address + "/en/me/level");
        return page.content().contains("Yes, by Keycloak");
    }
}
