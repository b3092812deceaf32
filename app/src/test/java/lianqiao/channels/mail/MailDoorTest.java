package lianqiao.channels.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import lianqiao.base.Language;
import lianqiao.channels.mail.Letter.Part;
import lianqiao.channels.mail.MailDoor.Security;
import lianqiao.channels.mail.OutgoingDoor.Shut;
import lianqiao.outside.Destination;
import lianqiao.outside.Guard;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How letters reach the mail server: encrypted, to the server that was meant, with a password nobody overhears. */
class MailDoorTest {
    private static final String HOST = "localhost";
    private static final char[] STORE = "changeit".toCharArray();
    private static final GreenMail POST = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    @TempDir
    private static Path folder;
    private static KeyStore here;
    private static KeyStore elsewhere;

    @BeforeAll static void open() throws Exception {
        here = identity(HOST);
        elsewhere = identity("elsewhere.test");
        POST.start();
        POST.setUser("letters@city.test", "city", "梧桥 secret");
    }

    @AfterAll static void close() {
        POST.stop();
    }

    @BeforeEach void empty() throws Exception {
        POST.purgeEmailFromAllMailboxes();
    }

    /** A key and its certificate, signed by itself. */
    private static KeyStore identity(String host) throws Exception {
        var file = folder.resolve(host + ".p12");
        var made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "mail", "-keyalg", "EC",
                "-dname", "CN=" + host, "-ext", "SAN=dns:" + host, "-validity", "3650", "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", new String(STORE))
                .redirectErrorStream(true).redirectOutput(folder.resolve("keytool.log").toFile()).start();
        assertTrue(made.waitFor(30, TimeUnit.SECONDS) && made.exitValue() == 0);
        return KeyStore.getInstance(file.toFile(), STORE);
    }

    private static SSLContext server(KeyStore identity) throws Exception {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(identity, STORE);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** As if this certificate had been issued by somebody the machine trusts. */
    private static SSLSocketFactory trusting(KeyStore identity) throws Exception {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("mail", identity.getCertificate("mail"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    private static MailDoor door(int port, Security security, String password, @Nullable SSLSocketFactory trusting) {
        var server = new MailDoor.Server(HOST, port, security, password.isEmpty() ? "" : "city", password, "letters@city.test", "榴城 12345", 2_000);
        return trusting == null ? new MailDoor(server, here(port)) : new MailDoor(server, here(port), trusting);
    }

    private static Guard here(int port) {
        return new Guard(List.of(Destination.mail(HOST, port)), List.of(HOST + ":" + port));
    }

    private static Letter letter() {
        return new Letter("one", "zhang@resident.test", Language.ZH, "您的诉求有答复了", List.of(new Part(Letter.Kind.TEXT, "灯已经修好。")), null, Instant.parse("2026-11-23T02:00:00Z"));
    }

    private static TlsFront front(Security security, KeyStore identity) throws Exception {
        return new TlsFront(server(identity), security == Security.TLS, POST.getSmtp().getPort());
    }

    @Test void aLetterGoesEncryptedEitherWayAndThePasswordIsNeverInTheClear() throws Exception {
        for (var security : List.of(Security.TLS, Security.STARTTLS)) {
            empty();
            try (var front = front(security, here); var line = door(front.port(), security, "梧桥 secret", trusting(here)).open()) {
                line.send(letter());
                assertEquals("您的诉求有答复了", POST.getReceivedMessages()[0].getSubject(), security.name());
                assertEquals(security == Security.TLS ? List.of() : List.of("EHLO", "STARTTLS"), front.inTheClear);
            }
        }
    }

    @Test void aWrongPasswordIsToldAsSuchAndNothingIsSent() throws Exception {
        try (var front = front(Security.TLS, here)) {
            var shut = assertThrows(Shut.class, () -> door(front.port(), Security.TLS, "guessed", trusting(here)).open());
            assertEquals("authentication", shut.getMessage());
        }
        assertEquals(0, POST.getReceivedMessages().length);
    }

    @Test void aServerWhoseCertificateNobodyVouchesForGetsNothing() throws Exception {
        for (var security : List.of(Security.TLS, Security.STARTTLS)) {
            try (var front = front(security, here)) {
                assertEquals("TLS", assertThrows(Shut.class, () -> door(front.port(), security, "梧桥 secret", null).open()).getMessage(), security.name());
                assertFalse(front.inTheClear.contains("AUTH"));
            }
        }
        assertEquals(0, POST.getReceivedMessages().length);
    }

    @Test void aGoodCertificateOfAnotherServerIsRefused() throws Exception {
        for (var security : List.of(Security.TLS, Security.STARTTLS)) {
            try (var front = front(security, elsewhere)) {
                assertEquals("TLS", assertThrows(Shut.class, () -> door(front.port(), security, "梧桥 secret", trusting(elsewhere)).open()).getMessage(), security.name());
            }
        }
    }

    @Test void aServerThatOffersNoEncryptionIsNotSpokenToInTheClear() {
        assertThrows(Shut.class, () -> door(POST.getSmtp().getPort(), Security.STARTTLS, "梧桥 secret", null).open());
        assertEquals(0, POST.getReceivedMessages().length);
    }

    @Test void aServerThatFallsSilentInTheHandshakeCostsSeconds() throws Exception {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            for (var security : Security.values()) {
                var door = new MailDoor(new MailDoor.Server(HOST, silent.getLocalPort(), security, "", "", "letters@city.test", "榴城", 300), here(silent.getLocalPort()));
                assertEquals("timeout", assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThrows(Shut.class, door::open)).getMessage(), security.name());
            }
        }
    }

    @Test void noLineOpensToAPlaceNobodyNamedOrInsideUnlessItIsSaid() throws Exception {
        int port = POST.getSmtp().getPort();
        var inside = List.of(HOST + ":" + port);
        for (var security : Security.values()) {
            var server = new MailDoor.Server(HOST, port, security, "", "", "letters@city.test", "榴城", 2_000);
            for (var guard : List.of(new Guard(List.of(), inside), new Guard(List.of(Destination.mail(HOST, port + 1)), inside), new Guard(List.of(Destination.mail(HOST, port)), List.of()))) {
                assertEquals("not allowed", assertThrows(Shut.class, () -> new MailDoor(server, guard).open()).getMessage(), security + " " + guard);
            }
        }
        new MailDoor(new MailDoor.Server(HOST, port, Security.NONE, "", "", "letters@city.test", "榴城", 2_000), here(port)).open().close();
    }
}
