package lianqiao.town;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import lianqiao.app.Opened;
import lianqiao.offices.DirectoryFiles;
import no.nav.security.mock.oauth2.MockOAuth2Server;

/**
 * A town of its own for stories of signing in: reached as {@code localhost}, for passkeys are good under a name only, and
 * with an identity service beside it that we did not write.
 */
public final class SignInTown implements AutoCloseable {
    private static final Pattern SIX = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");
    public final MockOAuth2Server service = new MockOAuth2Server();
    private final Path folder = TestFolders.fresh("sign-in-town-" + ProcessHandle.current().pid());
    private final Opened program;
    private final Set<Path> read = new HashSet<>();

    public SignInTown() throws IOException {
        service.start(InetAddress.getByName("127.0.0.1"), 0);
        var issuer = service.issuerUrl("city").toString();
        Files.createDirectories(folder);
        var named = Files.writeString(folder.resolve("services"), "city.issuer = " + issuer + "\ncity.client = lianqiao\ncity.name.zh = 榴城统一认证\ncity.name.en = Liucheng identity\n"
                + "strict.issuer = " + service.issuerUrl("strict") + "\nstrict.client = lianqiao\nstrict.acr = substantial high\n");
        program = Opened.start(folder.resolve("data"), Map.of("LIANQIAO_IDENTITY_SERVICES", named.toString(),
                "LIANQIAO_OUTGOING_INSIDE", service.url("/").host() + ":" + service.url("/").port()));
        var report = room(DirectoryFiles.class).takeIn(RunningTown.files());
        if (!report.bad().isEmpty()) throw new IllegalStateException(report.bad().toString());
    }

    /** Where it answers, without a slash at the end. */
    public String address() {
        return program.address().replace("127.0.0.1", "localhost");
    }

    public <T> T room(Class<T> type) {
        return program.room(type);
    }

    /** The code in the next letter that nobody has read yet; waits for the post some seconds. */
    public String code() throws Exception {
        for (int second = 0; second < 100; second++) {
            for (var letter : letters()) if (read.add(letter)) return six(letter);
            Thread.sleep(100);
        }
        throw new IllegalStateException("no letter came");
    }

    /** All letters with codes that were written. */
    private List<Path> letters() throws IOException {
        var mail = folder.resolve("data").resolve("mail");
        if (Files.notExists(mail)) return List.of();
        try (var files = Files.list(mail)) {
            return files.filter(file -> file.getFileName().toString().matches("sign-in\\..*\\.eml")).toList();
        }
    }

    private static String six(Path letter) throws Exception {
        try (var in = Files.newInputStream(letter)) {
            var parts = (Multipart) new MimeMessage(null, in).getContent();
            var found = SIX.matcher((String) parts.getBodyPart(0).getContent());
            if (!found.find()) throw new IllegalStateException("no code in the letter");
            return found.group();
        }
    }

    /** Gives the page's browser an authenticator of its own, such as phones and computers have built in. */
    public static Authenticator authenticator(Page page) {
        var session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        for (var yes : List.of("hasResidentKey", "hasUserVerification", "isUserVerified", "automaticPresenceSimulation")) options.addProperty(yes, true);
        var wanted = new JsonObject();
        wanted.add("options", options);
        return new Authenticator(session, session.send("WebAuthn.addVirtualAuthenticator", wanted).get("authenticatorId").getAsString());
    }

    /** The authenticator of one browser. */
    public record Authenticator(CDPSession session, String id) {
        /** How many passkeys it holds. */
        public int passkeys() {
            var asked = new JsonObject();
            asked.addProperty("authenticatorId", id);
            return session.send("WebAuthn.getCredentials", asked).getAsJsonArray("credentials").size();
        }

        /** From now on the one in front of it is, or is not, its owner. */
        public void ownerIsThere(boolean there) {
            var asked = new JsonObject();
            asked.addProperty("authenticatorId", id);
            asked.addProperty("isUserVerified", there);
            session.send("WebAuthn.setUserVerified", asked);
        }
    }

    /** The names of the cookies of a browser. */
    public static List<String> cookies(Page page) {
        var names = new ArrayList<String>();
        page.context().cookies().forEach(cookie -> names.add(cookie.name));
        return names.stream().sorted().toList();
    }

    @Override public void close() {
        program.close();
        service.shutdown();
        TestFolders.erase(folder);
    }
}
