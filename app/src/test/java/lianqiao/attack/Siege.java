package lianqiao.attack;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import lianqiao.attack.Finding.Kind;
import lianqiao.base.Language;
import lianqiao.cases.By;
import lianqiao.cases.Cases;
import lianqiao.cases.NewCase;
import lianqiao.cases.Photos;
import lianqiao.identity.OfficerLogins;
import lianqiao.offices.AreaCode;
import lianqiao.offices.ServiceCode;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All checks of this package against one running program, whatever routes it has. */
public final class Siege {
    private static final String PASSWORD = "梧桥灯芯洲石榴桥";
    private static final String SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    private static final String PERSON = "13987650431";
    private static final String HIDDEN = "只给办理人看的标题";
    /** Questions that happen to be sent as forms: nothing changes, so a token would protect nothing. */
    private static final Set<String> QUESTIONS = Set.of("/log/verify");

    private final String address;
    private final Room rooms;
    private final List<Route> routes;

    /** The rooms of the program, by type. */
    @FunctionalInterface
    public interface Room {
        <T> T room(Class<T> type);
    }

    /** @param only the routes to try, by their pattern */
    public Siege(String address, Room rooms, Predicate<String> only) {
        this.address = address;
        this.rooms = rooms;
        routes = Route.of(rooms.room(RequestMappingHandlerMapping.class)).stream().filter(route -> only.test(route.pattern())).toList();
    }

    public List<Route> routes() {
        return routes;
    }

    /** @param doors other doors than the desk's, to be tried as well */
    public List<Finding> run(List<SignIns.Door> doors) throws IOException, InterruptedException {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);
        try {
            var findings = new ArrayList<>(besiege(doors));
            for (var event : List.copyOf(log.list)) {
                if (event.getFormattedMessage().contains(PERSON)) findings.add(new Finding(Kind.LOG, event.getLoggerName(), "a person's number stands in the log"));
            }
            return findings.stream().distinct().toList();
        } finally {
            root.detachAppender(log);
        }
    }

    private List<Finding> besiege(List<SignIns.Door> doors) throws IOException, InterruptedException {
        var findings = new ArrayList<Finding>();
        var officer = officer("officer");
        findings.addAll(Binding.run(routes));
        findings.addAll(new Baseline(new Web(address), outside()).run(QUESTIONS));
        findings.addAll(new Baseline(officer, desk()).run(Set.of()));
        findings.addAll(new Access(routes).closedTo(officer, "/desk/admin"));
        findings.addAll(new Access(desk()).closedTo(new Web(address), "/desk/"));
        findings.addAll(new Access(routes).objects(new Web(address), secret()));
        for (var door : doors) findings.addAll(new SignIns(address).run(door));
        findings.addAll(new SignIns(address).tokens("/ask"));
        for (var route : routes) if (!route.isGet()) new Web(address).post(route.filled(-1, ""), person());
        try (var sweep = new Sweep(new Web(address), outside(), Set.of())) {
            findings.addAll(sweep.run());
        }
        try (var sweep = new Sweep(officer, desk(), Set.of("/desk/sign-out"))) {
            findings.addAll(sweep.run());
        }
        return findings.stream().filter(finding -> !(finding.kind() == Kind.ACCESS && finding.where().matches(".* /desk/sign-in(/.*)?"))).toList();
    }

    private static Map<String, String> person() {
        return Map.of("contact", PERSON, "phone", PERSON, "name", PERSON, "text", PERSON, "login", PERSON, "number", PERSON, "code", PERSON);
    }

    private List<Route> desk() {
        return routes.stream().filter(Route::isDesk).toList();
    }

    private List<Route> outside() {
        return routes.stream().filter(route -> !route.isDesk()).toList();
    }

    /** The desk's own door, as somebody uses it whose words are right, whose login does not exist, whose password is wrong. */
    public SignIns.Door deskDoor() {
        mayEnter("dispatcher");
        mayEnter("operator");
        return new SignIns.Door("/desk/sign-in", () -> words("dispatcher", PASSWORD), words("nobody-here", "wrong-words-1"), words("operator", "wrong-words-1"));
    }

    private Map<String, String> words(String login, String password) {
        return Map.of("login", login, "password", password, "code", OfficerLogins.codeAt(SECRET, now()));
    }

    private Web officer(String login) throws IOException, InterruptedException {
        mayEnter(login);
        var web = new Web(address);
        var entered = SignIns.enter(web, "/desk/sign-in", words(login, PASSWORD));
        if (entered.status() != 303 || web.get("/desk").status() != 200) throw new IllegalStateException("cannot sign in: " + entered.status());
        return web;
    }

    private void mayEnter(String login) {
        var logins = rooms.room(OfficerLogins.class);
        if (logins.all().stream().noneMatch(known -> known.officer().equals(login))) logins.create(login, PASSWORD, now()).orThrow();
        else logins.setPassword(login, PASSWORD, now()).orThrow();
        logins.giveSecondFactor(login, SECRET);
    }

    /** A confidential case with a photo. */
    private Access.Secret secret() throws IOException {
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpg", picture);
        var photo = rooms.room(Photos.class).keep(picture.toByteArray(), now()).orThrow();
        var asked = new NewCase(lianqiao.cases.Kind.HELP, new ServiceCode("lamp"), new AreaCode("shiliuqiao"), "石榴桥街 12 号", null, HIDDEN, "只给办理人看的内容。", Language.ZH, true, null,
                "web", null, null, List.of(photo));
        var received = rooms.room(Cases.class).receive(asked, By.resident(), now()).orThrow();
        return new Access.Secret(List.of(received.number().text(), photo.toString()), List.of(HIDDEN, "JFIF"));
    }

    private java.time.Instant now() {
        return rooms.room(InstantSource.class).instant();
    }

    /** Counts findings by kind. */
    public static Map<Kind, Long> byKind(List<Finding> findings) {
        return findings.stream().collect(java.util.stream.Collectors.groupingBy(Finding::kind, java.util.TreeMap::new, java.util.stream.Collectors.counting()));
    }
}
