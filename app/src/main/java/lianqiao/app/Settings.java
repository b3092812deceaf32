package lianqiao.app;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import lianqiao.base.Jurisdiction;
import lianqiao.base.Text;
import lianqiao.cases.ForgetWhatIsDue;
import lianqiao.channels.DropOldLetters;
import lianqiao.channels.IdentityServices;
import lianqiao.drafting.Endpoint;
import lianqiao.outside.Destination;
import lianqiao.outside.Guard;
import lianqiao.store.CannotStart;
import lianqiao.store.Login;
import lianqiao.store.SecretFile;
import lianqiao.transparency.LogSettings;
import lianqiao.web.SecurityContact;

/**
 * Everything an operator may set, once, for one installation. Each setting is an environment variable; {@code --port},
 * {@code --address} and {@code --data} say the same on the command line and win. Meaning and danger of each stand in
 * docs/operating.md; a test compares the two lists.
 *
 * @param trustedProxies whose word counts about where a request came from: networks, parted by commas
 * @param limitsPercent how far the limits that depend on the size of the town are raised or lowered; 0 for none
 * @param securityContact where weaknesses are reported
 * @param languageModel the institution's own language model; unset, nothing is drafted and nothing asked
 * @param scanner who is asked about files that are sent, if anybody
 * @param briefAt the time of day from which on the leader's brief is written
 * @param published whether {@code publicUrl} was set; unset, it is only what this machine itself would type
 */
public record Settings(
        String address,
        int port,
        Path data,
        URI publicUrl,
        boolean published,
        boolean behindProxy,
        String trustedProxies,
        ZoneId zone,
        Jurisdiction jurisdiction,
        Text siteName,
        String siteCode,
        String sitePhone,
        String siteEmail,
        URI securityContact,
        String sourceUrl,
        Optional<Login> databaseOwner,
        Optional<Login> databaseApp,
        int databasePool,
        Mail mail,
        Duration lettersKept,
        Duration contactsKept,
        Log log,
        Outside outside,
        int limitsPercent,
        IdentityServices identityServices,
        Optional<Endpoint> languageModel,
        Optional<Destination> scanner,
        LocalTime briefAt) {

    /** A variable and what holds when it is not set; an empty default means "not set". */
    public record Known(String name, String value) {}

    static final List<Known> KNOWN = List.of(
            new Known("LIANQIAO_ADDRESS", "127.0.0.1"),
            new Known("LIANQIAO_PORT", "8080"),
            new Known("LIANQIAO_DATA", "data"),
            new Known("LIANQIAO_PUBLIC_URL", ""),
            new Known("LIANQIAO_BEHIND_PROXY", "false"),
            new Known("LIANQIAO_TRUSTED_PROXIES", "127.0.0.0/8 ::1"),
            new Known("LIANQIAO_LIMITS", "100"),
            new Known("LIANQIAO_SCANNER", ""),
            new Known("LIANQIAO_ZONE", "Asia/Shanghai"),
            new Known("LIANQIAO_JURISDICTION", "demo"),
            new Known("LIANQIAO_SITE_NAME_ZH", "连桥"),
            new Known("LIANQIAO_SITE_NAME_EN", "Lianqiao"),
            new Known("LIANQIAO_SITE_CODE", "0000000000"),
            new Known("LIANQIAO_SITE_PHONE", "12345"),
            new Known("LIANQIAO_SITE_EMAIL", "site@lianqiao.example"),
            new Known("LIANQIAO_SECURITY_CONTACT", ""),
            new Known("LIANQIAO_SOURCE_URL", "https://example.org/lianqiao"),
            new Known("LIANQIAO_DATABASE_URL", ""),
            new Known("LIANQIAO_DATABASE_URL_FILE", ""),
            new Known("LIANQIAO_DATABASE_APP_URL", ""),
            new Known("LIANQIAO_DATABASE_APP_URL_FILE", ""),
            new Known("LIANQIAO_DATABASE_POOL", "16"),
            new Known("LIANQIAO_MAIL_HOST", ""),
            new Known("LIANQIAO_MAIL_PORT", "587"),
            new Known("LIANQIAO_MAIL_SECURITY", "starttls"),
            new Known("LIANQIAO_MAIL_USER", ""),
            new Known("LIANQIAO_MAIL_PASSWORD", ""),
            new Known("LIANQIAO_MAIL_PASSWORD_FILE", ""),
            new Known("LIANQIAO_MAIL_FROM", ""),
            new Known("LIANQIAO_LETTERS_KEPT_DAYS", "90"),
            new Known("LIANQIAO_CONTACTS_KEPT_DAYS", "1095"),
            new Known("LIANQIAO_IDENTITY_SERVICES", ""),
            new Known("LIANQIAO_MODEL_URL", ""),
            new Known("LIANQIAO_MODEL_NAME", ""),
            new Known("LIANQIAO_MODEL_KEY", ""),
            new Known("LIANQIAO_MODEL_KEY_FILE", ""),
            new Known("LIANQIAO_LOG_KEY_FILE", ""),
            new Known("LIANQIAO_WITNESSES", ""),
            new Known("LIANQIAO_WITNESS_QUORUM", "1"),
            new Known("LIANQIAO_BRIEF_AT", "07:00"),
            new Known("LIANQIAO_OUTGOING", ""),
            new Known("LIANQIAO_OUTGOING_INSIDE", ""));

    /** The options every command understands; {@code --help} is answered before. */
    public static final List<String> OPTIONS = List.of("port", "address", "data");

    /** The key file of the vault. */
    public Path vaultKeys() {
        return data.resolve("keys").resolve("vault");
    }

    /** How messages leave: by SMTP when a host is named, otherwise only into the folder {@code mail} of the data folder. */
    public record Mail(Optional<String> host, int port, Security security, String user, String password, String from) {
        /** How the connection to the mail server is protected. */
        public enum Security { STARTTLS, TLS, NONE }

        /** Without the password. */
        @Override public String toString() {
            return host.map(name -> name + ":" + port).orElse("folder");
        }
    }

    /**
     * The public log: where its key is when not in the data folder, who is asked to witness it, and how many must have signed
     * before a receipt is given out.
     */
    public record Log(Optional<Path> keyFile, List<LogSettings.Address> witnesses, int quorum) {}

    /** Whom the program may call besides those other settings name, and which places, as {@code host:port}, may lie in an inside network. */
    public record Outside(List<Destination> named, List<String> inside) {}

    /** Reads every setting; {@code options} are those of the command line, without their hyphens. */
    public static Settings read(Map<String, String> environment, Map<String, String> options) {
        Function<String, String> get = name -> given(environment, options, name);
        int port = number("LIANQIAO_PORT", get, 1, 65_535);
        var url = get.apply("LIANQIAO_PUBLIC_URL");
        var owner = login(get.apply("LIANQIAO_DATABASE_URL"));
        return new Settings(
                get.apply("LIANQIAO_ADDRESS"),
                port,
                data(environment, options),
                understood("LIANQIAO_PUBLIC_URL", url.isEmpty() ? "http://" + inAddress(get.apply("LIANQIAO_ADDRESS")) + ":" + port : url, Settings::httpUrl),
                !url.isEmpty(),
                understood("LIANQIAO_BEHIND_PROXY", get.apply("LIANQIAO_BEHIND_PROXY"), Settings::yesOrNo),
                understood("LIANQIAO_TRUSTED_PROXIES", get.apply("LIANQIAO_TRUSTED_PROXIES"), TrustedProxies::read),
                understood("LIANQIAO_ZONE", get.apply("LIANQIAO_ZONE"), ZoneId::of),
                understood("LIANQIAO_JURISDICTION", get.apply("LIANQIAO_JURISDICTION"), Jurisdiction::new),
                new Text(get.apply("LIANQIAO_SITE_NAME_ZH"), get.apply("LIANQIAO_SITE_NAME_EN")),
                get.apply("LIANQIAO_SITE_CODE"),
                get.apply("LIANQIAO_SITE_PHONE"),
                get.apply("LIANQIAO_SITE_EMAIL"),
                understood("LIANQIAO_SECURITY_CONTACT", get.apply("LIANQIAO_SECURITY_CONTACT"), text -> SecurityContact.read(text.isEmpty() ? "mailto:" + get.apply("LIANQIAO_SITE_EMAIL") : text)),
                get.apply("LIANQIAO_SOURCE_URL"),
                owner,
                login(get.apply("LIANQIAO_DATABASE_APP_URL")).or(() -> owner.map(login -> login.actingAs("lianqiao_app"))),
                number("LIANQIAO_DATABASE_POOL", get, 2, 500),
                mail(get),
                Duration.ofDays(number("LIANQIAO_LETTERS_KEPT_DAYS", get, (int) DropOldLetters.SHORTEST.toDays(), 3_650)),
                Duration.ofDays(number("LIANQIAO_CONTACTS_KEPT_DAYS", get, (int) ForgetWhatIsDue.SHORTEST.toDays(), 36_500)),
                log(get),
                new Outside(understood("LIANQIAO_OUTGOING", get.apply("LIANQIAO_OUTGOING"), text -> words(text).map(URI::create).map(Destination::of).toList()),
                        understood("LIANQIAO_OUTGOING_INSIDE", get.apply("LIANQIAO_OUTGOING_INSIDE"), text -> words(text).map(Guard::place).toList())),
                number("LIANQIAO_LIMITS", get, 0, 10_000),
                identityServices(get.apply("LIANQIAO_IDENTITY_SERVICES")),
                Optional.of(get.apply("LIANQIAO_MODEL_URL")).filter(place -> !place.isEmpty()).map(place -> understood("LIANQIAO_MODEL_URL", place, text -> model(text, get))),
                Optional.of(get.apply("LIANQIAO_SCANNER")).filter(place -> !place.isEmpty()).map(place -> understood("LIANQIAO_SCANNER", place, Settings::scanner)),
                understood("LIANQIAO_BRIEF_AT", get.apply("LIANQIAO_BRIEF_AT"), LocalTime::parse));
    }

    private static Endpoint model(String url, Function<String, String> get) {
        var address = URI.create(url);
        Destination.of(address);
        return new Endpoint(address, get.apply("LIANQIAO_MODEL_NAME"), get.apply("LIANQIAO_MODEL_KEY"));
    }

    private static Destination scanner(String place) {
        var address = URI.create("clamd://" + Guard.place(place));
        return Destination.scanner(address.getHost(), address.getPort());
    }

    /** IPv6 addresses stand in brackets there. */
    private static String inAddress(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split("\\s+")).filter(word -> !word.isEmpty());
    }

    private static IdentityServices identityServices(String file) {
        return file.isEmpty() ? IdentityServices.NONE : understood("LIANQIAO_IDENTITY_SERVICES", file, text -> IdentityServices.read(Path.of(text)));
    }

    private static Log log(Function<String, String> get) {
        var witnesses = understood("LIANQIAO_WITNESSES", get.apply("LIANQIAO_WITNESSES"), LogSettings::addresses);
        int quorum = number("LIANQIAO_WITNESS_QUORUM", get, 0, witnesses.isEmpty() ? 16 : witnesses.size());
        return new Log(Optional.of(get.apply("LIANQIAO_LOG_KEY_FILE")).filter(file -> !file.isEmpty()).map(Path::of), witnesses, witnesses.isEmpty() ? 0 : quorum);
    }

    private static Mail mail(Function<String, String> get) {
        var host = Optional.of(get.apply("LIANQIAO_MAIL_HOST")).filter(name -> !name.isEmpty());
        if (host.isPresent() && get.apply("LIANQIAO_MAIL_FROM").isEmpty()) throw new CannotStart("app.setting.mailfrom");
        return new Mail(
                host,
                number("LIANQIAO_MAIL_PORT", get, 1, 65_535),
                understood("LIANQIAO_MAIL_SECURITY", get.apply("LIANQIAO_MAIL_SECURITY"), text -> Mail.Security.valueOf(text.toUpperCase(java.util.Locale.ROOT))),
                get.apply("LIANQIAO_MAIL_USER"),
                get.apply("LIANQIAO_MAIL_PASSWORD"),
                get.apply("LIANQIAO_MAIL_FROM"));
    }

    private static String given(Map<String, String> environment, Map<String, String> options, String name) {
        var option = options.get(name.replace("LIANQIAO_", "").toLowerCase(java.util.Locale.ROOT));
        if (option != null && OPTIONS.contains(name.replace("LIANQIAO_", "").toLowerCase(java.util.Locale.ROOT))) return option.strip();
        var value = environment.getOrDefault(name, "").strip();
        var file = environment.getOrDefault(name + "_FILE", "").strip();
        boolean byFile = !file.isEmpty() && KNOWN.stream().anyMatch(one -> one.name().equals(name + "_FILE"));
        if (byFile && !value.isEmpty()) throw new CannotStart("app.setting.twice", name);
        if (byFile) return new String(SecretFile.read(Path.of(file)), StandardCharsets.UTF_8).strip();
        if (!value.isEmpty()) return value;
        return KNOWN.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow().value();
    }

    /** Unset, the data lie beside the launcher, so that every folder a command is given in means the same installation. */
    private static Path data(Map<String, String> environment, Map<String, String> options) {
        var given = Path.of(given(environment, options, "LIANQIAO_DATA"));
        boolean unset = !options.containsKey("data") && environment.getOrDefault("LIANQIAO_DATA", "").isBlank();
        var home = environment.getOrDefault("LIANQIAO_HOME", "");
        return (unset && !home.isEmpty() ? Path.of(home).resolve(given) : given).toAbsolutePath().normalize();
    }

    private static Optional<Login> login(String url) {
        return url.isEmpty() ? Optional.empty() : Optional.of(understood("LIANQIAO_DATABASE_URL", url, DatabaseUrl::login));
    }

    private static int number(String name, Function<String, String> get, int least, int most) {
        return understood(name, get.apply(name), text -> {
            int number = Integer.parseInt(text);
            if (number < least || number > most) throw new IllegalArgumentException(text);
            return number;
        });
    }

    private static boolean yesOrNo(String text) {
        if (text.equals("true")) return true;
        if (text.equals("false")) return false;
        throw new IllegalArgumentException(text);
    }

    private static URI httpUrl(String text) {
        var url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        if (url.getHost() == null || url.getScheme() == null || !List.of("http", "https").contains(url.getScheme())) throw new IllegalArgumentException(text);
        return url;
    }

    private static <T> T understood(String name, String text, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            // An address may carry a password, so what was given is not repeated.
            throw new CannotStart("app.setting.wrong", name, name.contains("URL") ? "…" : text);
        }
    }
}
