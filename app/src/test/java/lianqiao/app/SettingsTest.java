package lianqiao.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import lianqiao.store.CannotStart;
import org.junit.jupiter.api.Test;

/** Every default stands here once more, so that a changed default shows in a test. */
class SettingsTest {
    @Test void nothingSetMeansTheseDefaults() {
        var settings = Settings.read(Map.of(), Map.of());
        assertEquals("127.0.0.1", settings.address());
        assertEquals(8080, settings.port());
        assertEquals(Path.of("data").toAbsolutePath(), settings.data());
        assertEquals("http://127.0.0.1:8080", settings.publicUrl().toString());
        assertFalse(settings.published() || settings.behindProxy());
        assertTrue(Settings.read(Map.of("LIANQIAO_PUBLIC_URL", "https://ask.example.org/"), Map.of()).published());
        assertEquals("127.0.0.0/8,::1/128", settings.trustedProxies());
        assertEquals(100, settings.limitsPercent());
        assertTrue(settings.scanner().isEmpty());
        assertTrue(settings.languageModel().isEmpty());
        assertEquals("town-model at model.internal", Settings.read(Map.of("LIANQIAO_MODEL_URL", "http://model.internal:8000/v1/chat/completions", "LIANQIAO_MODEL_NAME", "town-model",
                "LIANQIAO_MODEL_KEY", "secret"), Map.of()).languageModel().orElseThrow().toString());
        assertEquals(3310, Settings.read(Map.of("LIANQIAO_SCANNER", "127.0.0.1:3310"), Map.of()).scanner().orElseThrow().port());
        assertEquals("Asia/Shanghai", settings.zone().getId());
        assertEquals("07:00", settings.briefAt().toString());
        assertThrows(CannotStart.class, () -> Settings.read(Map.of("LIANQIAO_BRIEF_AT", "at seven"), Map.of()));
        assertEquals("demo", settings.jurisdiction().code());
        assertEquals("连桥 Lianqiao", settings.siteName().zh() + " " + settings.siteName().en());
        assertEquals("0000000000", settings.siteCode());
        assertEquals("12345", settings.sitePhone());
        assertEquals("site@lianqiao.example", settings.siteEmail());
        assertEquals("mailto:site@lianqiao.example", settings.securityContact().toString());
        assertThrows(CannotStart.class, () -> Settings.read(Map.of("LIANQIAO_SECURITY_CONTACT", "http://town.example/report"), Map.of()));
        assertEquals("https://example.org/lianqiao", settings.sourceUrl());
        assertTrue(settings.databaseOwner().isEmpty() && settings.databaseApp().isEmpty());
        assertEquals(16, settings.databasePool());
        assertTrue(settings.mail().host().isEmpty());
        assertEquals(587, settings.mail().port());
        assertEquals(Settings.Mail.Security.STARTTLS, settings.mail().security());
        assertEquals("", settings.mail().user() + settings.mail().password() + settings.mail().from());
        assertEquals(90, settings.lettersKept().toDays());
        assertTrue(settings.log().keyFile().isEmpty() && settings.log().witnesses().isEmpty());
        assertEquals(0, settings.log().quorum(), "without witnesses there is nothing to wait for");
    }

    @Test void aProxyIsAnAddressOrANetworkButNotTheWholeWorld() {
        assertEquals("10.1.0.0/16,192.0.2.7/32,2001:db8::/32", TrustedProxies.read("10.1.0.0/16, 192.0.2.7 2001:db8::/32"));
        for (var wrong : new String[] {"0.0.0.0/0", "::/0", "10.0.0.0/33", "proxy.example.org", "10.0.0", "10.0.0.1/x", "10.0.0.1/24/8", "300.1.1.1"}) {
            assertThrows(IllegalArgumentException.class, () -> TrustedProxies.read(wrong), wrong);
        }
    }

    @Test void aWitnessIsAKeyAndAnAddress() {
        var key = "witness.example/w1+20324abe+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X";
        var log = Settings.read(Map.of("LIANQIAO_WITNESSES", key + " https://witness.example"), Map.of()).log();
        assertEquals(1, log.quorum());
        assertEquals("https://witness.example/", log.witnesses().getFirst().submission().toString());
        for (var wrong : java.util.List.of(key, "me https://witness.example/", key + " ftp://witness.example/", key.replace("20324abe", "20324abf") + " https://witness.example/")) {
            assertThrows(CannotStart.class, () -> Settings.read(Map.of("LIANQIAO_WITNESSES", wrong), Map.of()), wrong);
        }
        assertThrows(CannotStart.class, () -> Settings.read(Map.of("LIANQIAO_WITNESSES", key + " https://witness.example", "LIANQIAO_WITNESS_QUORUM", "2"), Map.of()));
    }

    @Test void whatStandsOnTheCommandLineWinsOverTheEnvironment() {
        var settings = Settings.read(Map.of("LIANQIAO_PORT", "8081", "LIANQIAO_HOME", "/opt/lianqiao"), Map.of("port", "8082"));
        assertEquals(8082, settings.port());
        assertEquals(Path.of("/opt/lianqiao/data"), settings.data());
        assertEquals(Path.of("/srv/x"), Settings.read(Map.of("LIANQIAO_HOME", "/opt/lianqiao", "LIANQIAO_DATA", "/srv/x"), Map.of()).data());
        assertEquals(Path.of("here").toAbsolutePath(), Settings.read(Map.of("LIANQIAO_HOME", "/opt/lianqiao"), Map.of("data", "here")).data());
    }

    @Test void aWrongValueIsNamedAndAPasswordIsNotRepeated() {
        for (var wrong : Map.of("LIANQIAO_PORT", "eighty", "LIANQIAO_ZONE", "Mars/Olympus", "LIANQIAO_BEHIND_PROXY", "yes", "LIANQIAO_PUBLIC_URL", "ask.example.org",
                "LIANQIAO_JURISDICTION", "Hangzhou", "LIANQIAO_DATABASE_URL", "mysql://me:secret@host/db", "LIANQIAO_MAIL_SECURITY", "ssl", "LIANQIAO_LETTERS_KEPT_DAYS", "29").entrySet()) {
            var refusal = assertThrows(CannotStart.class, () -> Settings.read(Map.ofEntries(wrong), Map.of()));
            assertTrue(refusal.getMessage().contains(wrong.getKey()), refusal.getMessage());
            assertFalse(refusal.getMessage().contains("secret"), refusal.getMessage());
        }
        assertThrows(CannotStart.class, () -> Settings.read(Map.of("LIANQIAO_MAIL_HOST", "mail.example.org"), Map.of()));
    }

    @Test void aDatabaseIsNamedInEitherSpelling() {
        var settings = Settings.read(Map.of("LIANQIAO_DATABASE_URL", "postgres://town:p%40ss@db.example.org:5433/lianqiao?sslmode=require"), Map.of());
        var owner = settings.databaseOwner().orElseThrow();
        assertEquals("jdbc:postgresql://db.example.org:5433/lianqiao?sslmode=require", owner.url());
        assertEquals("town p@ss", owner.user() + " " + owner.password());
        assertEquals("lianqiao_app", settings.databaseApp().orElseThrow().actsAs().orElseThrow());
        assertFalse(settings.toString().contains("p@ss"), settings.toString());
        var jdbc = DatabaseUrl.login("jdbc:postgresql://db/x?user=town&password=secret");
        assertFalse(jdbc.toString().contains("secret"), jdbc.toString());
    }

    @Test void theOperatorsTableNamesEverySettingWithItsDefault() throws IOException {
        var rows = Files.readAllLines(Path.of("..", "docs", "operating.md")).stream().filter(line -> line.startsWith("| `LIANQIAO_"))
                .map(line -> line.split("\\|")).collect(Collectors.toMap(cells -> cells[1].strip().replace("`", ""), cells -> cells[2].strip().replace("`", "")));
        for (var known : Settings.KNOWN) assertEquals(known.value().isEmpty() ? "–" : known.value(), rows.get(known.name()), known.name());
    }
}
