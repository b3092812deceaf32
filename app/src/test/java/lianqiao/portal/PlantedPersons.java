package lianqiao.portal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.cases.Act;
import lianqiao.cases.By;
import lianqiao.cases.Cases;
import lianqiao.channels.CaseImport;
import lianqiao.channels.SendNotices;
import lianqiao.channels.WriteNotices;
import lianqiao.identity.OfficerLogins;
import lianqiao.identity.OpenSessions;
import lianqiao.identity.Residents;
import lianqiao.identity.Session;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.OfficerId;
import lianqiao.offices.Offices;
import lianqiao.offices.Routing;
import org.slf4j.LoggerFactory;

/**
 * A person's number and mailbox, different ones in each kind of input: words of public and of confidential cases, contacts, names
 * and places of addresses, headers, doors, what is typed at the desk while somebody calls, imports, and nonsense.
 */
final class PlantedPersons {
    private static final By DISPATCHER = By.officer(By.Role.DISPATCHER, new OfficeCode("hotline"), new OfficerId("dispatcher"));
    private static final By OFFICER = By.officer(By.Role.OFFICER, new OfficeCode("urban"), new OfficerId("urban1"));
    private static final HttpClient CLIENT = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    static final List<String> KINDS = new ArrayList<>();
    static final ConcurrentLinkedQueue<String> LOG = new ConcurrentLinkedQueue<>();
    static final List<String> ANSWERS = new ArrayList<>();
    private static final AppenderBase<ILoggingEvent> EAR = new AppenderBase<>() {
        @Override protected void append(ILoggingEvent event) {
            LOG.add(event.getLoggerName() + " " + event.getFormattedMessage() + told(event.getThrowableProxy()));
        }
    };

    static Visitor visitor;
    static Visitor.Receipt mine;
    /** The confidential case. */
    static Visitor.Receipt secret;
    /** How the last call at the desk was answered. */
    static int phoned;

    private static String told(IThrowableProxy fault) {
        return fault == null ? "" : " " + fault.getMessage() + told(fault.getCause());
    }

    /** The person planted in this kind of input. */
    record Person(String phone, String mail, String token) {
        static Person in(String kind) {
            if (!KINDS.contains(kind)) KINDS.add(kind);
            int number = KINDS.indexOf(kind) + 1;
            return new Person("1397346%04d".formatted(number), "planted%04d@persons.test".formatted(number), "zhangxq%04dzq".formatted(number));
        }

        /** For inputs that are no words of a case: also what no rule of masking knows. */
        String whole() {
            return phone + " " + mail + " " + token;
        }

        /** For words of a case: what must be masked. */
        String details() {
            return "蓝楹 " + phone + " " + mail;
        }

        List<String> traces() {
            return List.of(phone, phone.substring(3), mail.substring(0, mail.indexOf('@')), token);
        }
    }

    static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void ask(HttpRequest.Builder request) throws Exception {
        var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        ANSWERS.add(answer.headers().map().toString());
    }

    private static HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(visitor.town.address() + path));
    }

    /** All of them, once, with the level of the log at DEBUG. */
    static void all() throws Exception {
        visitor = new Visitor();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        EAR.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        EAR.start();
        root.addAppender(EAR);
        var before = root.getLevel();
        root.setLevel(Level.DEBUG);
        ((Logger) LoggerFactory.getLogger("lianqiao")).setLevel(Level.DEBUG);
        try {
            words();
            contacts();
            confidential();
            names();
            headers();
            doors();
            officers();
            theDesk();
            imports();
            nonsense();
            for (int turn = 0; turn < 3; turn++) {
                visitor.town.room(WriteNotices.class).run(Instant.now());
                visitor.town.room(SendNotices.class).run(Instant.now());
            }
            for (int turn = 0; turn < 5_000 && !visitor.town.get("/search?q=" + coded("蓝楹")).body().contains(mine.number()); turn++) Thread.onSpinWait();
        } finally {
            root.setLevel(before);
            ((Logger) LoggerFactory.getLogger("lianqiao")).setLevel(Level.INFO);
        }
    }

    /** What residents and offices write about a case. */
    private static void words() throws Exception {
        var fields = Visitor.lamp();
        fields.put("title", Person.in("title").details());
        fields.put("body", Person.in("body").details());
        fields.put("address", Person.in("place").details());
        fields.put("contact", Person.in("contact: number").phone());
        fields.put("form-token", visitor.token("/ask"));
        fields.put(Person.in("name of a field").token(), "x");
        fields.put("unknown", Person.in("value of an unknown field").whole());
        fields.put("step", "preview");
        visitor.send("/ask", fields);
        fields.put("step", "send");
        mine = Visitor.receipt(visitor.send("/ask", fields, List.of(new Visitor.Sent(Person.in("file name").token() + Person.in("file name").phone() + ".jpg", photo()))));
        var cases = visitor.town.room(Cases.class);
        var acts = new LinkedHashMap<Act, By>();
        acts.put(new Act.Assign(new OfficeCode("urban"), List.of(), Person.in("reason of an assignment").details()), DISPATCHER);
        acts.put(new Act.Accept(), OFFICER);
        acts.put(new Act.AskBack(Person.in("question back").details()), OFFICER);
        acts.put(new Act.Supplement(Person.in("addition").details(), List.of()), By.resident());
        acts.put(new Act.Note(Person.in("note").details()), OFFICER);
        acts.put(new Act.Report(Person.in("report").details(), List.of()), OFFICER);
        acts.put(new Act.Answer(Person.in("answer").details(), List.of()), OFFICER);
        acts.put(new Act.Verdict(Act.Solved.NOT, 1, 1, Person.in("verdict").details()), By.resident());
        acts.put(new Act.Reopen(Person.in("reopening").details()), By.resident());
        for (var act : acts.entrySet()) cases.act(new CaseNumber(mine.number()), act.getKey(), act.getValue(), Instant.now()).orThrow();
    }

    /** With a comment and a piece of EXIF that name a person. */
    private static byte[] photo() throws IOException {
        var picture = new ByteArrayOutputStream();
        javax.imageio.ImageIO.write(new java.awt.image.BufferedImage(40, 30, java.awt.image.BufferedImage.TYPE_INT_RGB), "jpg", picture);
        var bytes = picture.toByteArray();
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, 2);
        segment(out, 0xFE, Person.in("comment of a photo").whole());
        segment(out, 0xE1, "Exif\0\0" + Person.in("EXIF of a photo").whole());
        out.write(bytes, 2, bytes.length - 2);
        out.writeBytes(Person.in("behind a photo").whole().getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static void segment(ByteArrayOutputStream out, int kind, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) kind, (byte) ((bytes.length + 2) >> 8), (byte) (bytes.length + 2)});
        out.writeBytes(bytes);
    }

    private static void contacts() throws Exception {
        var fields = Visitor.lamp();
        fields.put("contact", Person.in("contact: mailbox").mail());
        var other = visitor.ask(fields);
        var own = Map.of("number", other.number(), "code", other.code());
        var correct = new LinkedHashMap<>(own);
        correct.put("form-token", visitor.token("/follow"));
        correct.put("correct", Person.in("corrected contact").mail());
        visitor.send("/my-data/correct", correct);
        correct.put("correct", Person.in("contact that is none").token() + " " + Person.in("contact that is none").phone() + "x");
        visitor.send("/my-data/correct", correct);
        visitor.send("/subscribe", Map.of("form-token", visitor.token("/subscribe?topic=all"), "topic", "all", "contact", Person.in("contact of a subscriber").mail()));
        visitor.send("/case/" + other.number() + "/rights", Map.of("form-token", visitor.token("/case/" + other.number() + "/rights"), "contact", Person.in("contact of a rights notice").mail(),
                "words", Person.in("rights notice").details(), "text", Person.in("rights notice").details()));
    }

    /** Addresses, parameters and fields that are meant for something else. */
    private static void names() throws Exception {
        ask(at("/search?q=" + coded(Person.in("search").whole())));
        ask(at("/ask/similar?text=" + coded(Person.in("text to compare").whole())));
        ask(at("/?from=" + coded(Person.in("unknown parameter").whole())));
        ask(at("/cases?office=" + coded(Person.in("parameter that must be a code").whole())));
        ask(at("/case/" + coded(Person.in("path").whole()).replace("+", "%20")));
        ask(at("/nowhere/" + coded(Person.in("path to nowhere").whole()).replace("+", "%20")));
        ask(at("/photo/" + coded(Person.in("name of a photo").whole()).replace("+", "%20")));
        visitor.send("/follow", Map.of("number", Person.in("case number").whole(), "code", Person.in("follow-up code").whole(), "form-token", Person.in("token of a form").whole()));
        visitor.send("/log/verify", Map.of("receipt", Person.in("receipt to verify").whole(), "form-token", visitor.token("/log/verify")));
        var fields = Visitor.lamp();
        fields.put("form-token", visitor.token("/ask"));
        fields.put("kept-photo", Person.in("hidden field").whole());
        fields.put("point", Person.in("point on the map").whole());
        visitor.send("/ask", fields);
    }

    private static void headers() throws Exception {
        for (var header : List.of("User-Agent", "Referer", "Cookie", "X-Forwarded-For", "Forwarded", "Accept-Language", "From", "Authorization", "X-Request-Id", "Accept", "If-None-Match", "Range")) {
            var person = Person.in("header " + header);
            ask(at("/ask").header(header, person.whole()));
            ask(at("/desk").header(header, person.whole()));
        }
    }

    static void doors() throws Exception {
        visitor.send("/desk/sign-in", Map.of("login", Person.in("login").token(), "password", Person.in("password").whole(), "code", Person.in("second factor").whole()));
        visitor.send("/desk/sign-in", Map.of("login", Person.in("login that is a number").phone(), "password", "x", "to", Person.in("return address").whole()));
        ask(at("/ask").header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString("{\"body\":\"" + Person.in("JSON").whole() + "\"")));
        ask(at("/ask").header("Content-Type", "application/xml").POST(HttpRequest.BodyPublishers.ofString("<!DOCTYPE x [<!ENTITY y '" + Person.in("XML").whole() + "'>]><x>&y;</x>")));
        ask(at("/ask").header("Content-Type", "multipart/form-data; boundary=x").POST(HttpRequest.BodyPublishers.ofString(
                "--x\r\nContent-Disposition: form-data; name=\"" + Person.in("name of a part").whole() + "\"\r\nX-Who: " + Person.in("header of a part").whole() + "\r\n\r\n"
                + Person.in("part that never ends").whole())));
        ask(at("/ask").header("Content-Type", "text/" + Person.in("type of a body").token()).POST(HttpRequest.BodyPublishers.ofString("x")));
        ask(at("/ask").method("PUT", HttpRequest.BodyPublishers.ofString(Person.in("body of another method").whole())));
        ask(at("/ask").header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString("body=%zz" + coded(Person.in("broken coding").whole()))));
    }

    private static void officers() {
        var residents = visitor.town.room(Residents.class);
        var me = visitor.town.room(Cases.class).residentOf(new CaseNumber(mine.number())).orElseThrow();
        residents.reveal(me, "urban1", mine.number() + " 回访 " + Person.in("purpose of a reveal").details(), Instant.now()).orThrow();
    }

    /** A number and code that were meant for one place only, and a case that only its officers and its owner may read. */
    private static void confidential() throws Exception {
        var fields = Visitor.lamp();
        fields.put("open", "private");
        fields.put("title", Person.in("title of a confidential case").details());
        fields.put("body", Person.in("body of a confidential case").details());
        fields.put("address", Person.in("place of a confidential case").details());
        fields.put("contact", Person.in("contact of a confidential case").mail());
        secret = visitor.ask(fields);
        var cases = visitor.town.room(Cases.class);
        var acts = new LinkedHashMap<Act, By>();
        acts.put(new Act.Assign(new OfficeCode("urban"), List.of(), Person.in("reason of an assignment").details()), DISPATCHER);
        acts.put(new Act.Accept(), OFFICER);
        acts.put(new Act.Supplement(Person.in("addition to a confidential case").details(), List.of()), By.resident());
        acts.put(new Act.Answer(Person.in("answer to a confidential case").details(), List.of()), OFFICER);
        for (var act : acts.entrySet()) cases.act(new CaseNumber(secret.number()), act.getKey(), act.getValue(), Instant.now()).orThrow();
    }

    /** What an operator types while somebody is on the phone: looked up first, then with a mistake, then taken. */
    private static void theDesk() throws Exception {
        var now = Instant.now();
        var logins = visitor.town.room(OfficerLogins.class);
        if (logins.find("operator").isEmpty()) logins.create("operator", "四座桥连着两岸的灯", now).orThrow();
        var cookie = "desk=" + visitor.town.room(OpenSessions.class).begin(Session.Kind.OFFICER, "operator", true, Session.Way.PASSWORD, Person.in("device of an officer").whole(), now);
        var page = CLIENT.send(at("/desk/operator").header("Cookie", cookie).build(), HttpResponse.BodyHandlers.ofString()).body();
        var fields = Visitor.lamp();
        fields.putAll(Map.of("door", "PHONE", "language", "ZH", "_csrf", Visitor.first("name=\"_csrf\" value=\"([^\"]+)\"", page), "form-token", Visitor.first("name=\"form-token\" value=\"([^\"]+)\"", page)));
        fields.put("title", Person.in("title taken by phone").details());
        fields.put("body", Person.in("body taken by phone").details());
        fields.put("address", Person.in("place taken by phone").details());
        fields.put("answer", Person.in("answer given on the phone").details());
        fields.put("contact", Person.in("contact that is none, by phone").token() + " " + Person.in("contact that is none, by phone").phone() + "x");
        for (var step : List.of("look", "take")) say(cookie, fields, step);
        fields.put("contact", Person.in("contact given on the phone").phone());
        for (var step : List.of("look", "take")) say(cookie, fields, step);
        ask(at("/desk/find?q=" + coded(Person.in("search at the desk").whole())).header("Cookie", cookie));
    }

    private static void say(String cookie, Map<String, String> fields, String step) throws Exception {
        fields.put("step", step);
        var typed = fields.entrySet().stream().map(field -> coded(field.getKey()) + "=" + coded(field.getValue())).collect(Collectors.joining("&"));
        var taken = CLIENT.send(at("/desk/operator").header("Cookie", cookie).header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(typed)).build(),
                HttpResponse.BodyHandlers.ofString());
        ANSWERS.add(taken.headers().map().toString());
        phoned = taken.statusCode();
    }

    private static void imports() throws Exception {
        var offices = visitor.town.room(Offices.class);
        var door = new CaseImport(visitor.town.room(Cases.class), offices, new Routing(offices), java.time.ZoneId.of("Asia/Shanghai"));
        var csv = Files.writeString(Files.createDirectories(Path.of("target")).resolve("planted.csv"), "external_id,title,body,contact," + Person.in("column of an import").token() + "\n"
                + "1," + Person.in("import").details() + ",x," + Person.in("contact in an import").mail() + ",y\n" + Person.in("broken row of an import").whole() + "\n");
        ANSWERS.add(String.valueOf(door.take(csv, "planted", Instant.now(), _ -> { }).faults()));
    }

    /** What is no request at all. */
    static void nonsense() throws IOException {
        for (var request : List.of(Person.in("method").token() + " / HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /?" + Person.in("unquoted address").whole().replace(' ', '<') + " HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: " + Person.in("host").whole() + "\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\n" + Person.in("name of a header").whole() + ": y\r\n\r\n",
                "GET / HTTP/" + Person.in("protocol").token() + "\r\n\r\n")) {
            try (var line = new Socket(InetAddress.getLoopbackAddress(), URI.create(visitor.town.address()).getPort())) {
                line.setSoTimeout(3_000);
                line.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
                line.shutdownOutput();
                ANSWERS.add(new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException cutOff) {
                ANSWERS.add("");
            }
        }
    }

    private PlantedPersons() {}

    /** Which kinds of input left a trace in a text. */
    static Set<String> found(String text) {
        var kinds = new TreeSet<String>();
        if (!text.contains("7346") && !text.contains("planted") && !text.contains("zhangxq")) return kinds;
        for (var kind : KINDS) if (Person.in(kind).traces().stream().anyMatch(text::contains)) kinds.add(kind);
        return kinds;
    }

    static void stopListening() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(EAR);
    }
}
