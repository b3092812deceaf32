package lianqiao.channels;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.base.Text;
import lianqiao.calendar.WorkingCalendar;
import lianqiao.cases.Act;
import lianqiao.cases.By;
import lianqiao.cases.By.Role;
import lianqiao.cases.Cases;
import lianqiao.cases.Kind;
import lianqiao.cases.OwnCases;
import lianqiao.cases.Rules;
import lianqiao.channels.mail.MailDoor;
import lianqiao.channels.mail.OutgoingDoor;
import lianqiao.identity.Contact;
import lianqiao.identity.FollowCodes;
import lianqiao.identity.Keys;
import lianqiao.identity.Residents;
import lianqiao.identity.SignInCodes;
import lianqiao.offices.AreaCode;
import lianqiao.offices.DirectoryFiles;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Offices;
import lianqiao.offices.OfficerId;
import lianqiao.offices.ServiceCode;
import lianqiao.outside.Destination;
import lianqiao.outside.Guard;
import lianqiao.town.RunningTown;
import lianqiao.town.TestDatabase;
import lianqiao.town.TestFolders;
import lianqiao.web.Words;

/** The invented town with a real mail server beside it, and short words for what people do in it. */
final class MailTown implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");
    static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    static final String HOST = "127.0.0.1";

    final TestDatabase database = TestDatabase.fresh();
    final GreenMail post = new GreenMail(new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP));
    final Offices offices = Offices.in(database.database());
    final Residents residents;
    final SignInCodes codes;
    final Cases cases;
    final Intake intake;
    final Subscriptions subscriptions;
    final Notices notices;
    final WriteNotices write;
    final OfficeCode lights;
    private final ServiceCode service;
    final AreaCode area;
    Instant now = MONDAY;
    private int keys;

    MailTown() {
        post.start();
        new DirectoryFiles(offices).takeIn(RunningTown.files());
        var vault = vault();
        residents = new Residents(database.database(), vault);
        cases = new Cases(database.database(), offices, new FollowCodes(vault), () -> calendar(), Rules.standard());
        intake = new Intake(database.database(), residents, cases, new OwnCases(database.database(), cases));
        codes = new SignInCodes(database.database(), vault, residents, List.of(new CodesByLetter(database.database())));
        subscriptions = new Subscriptions(database.database(), residents, cases, offices, KEY);
        notices = new Notices(database.database());
        write = new WriteNotices(database.database(), cases, offices);
        service = offices.services().stream().filter(s -> s.limit().equals("5wd")).findFirst().orElseThrow().code();
        area = offices.areas().getLast().code();
        lights = offices.all().stream().map(o -> o.code()).filter(c -> !c.equals(offices.hotline().orElseThrow().code())).toList().getLast();
    }

    private static Keys vault() {
        return Keys.in(TestFolders.passing("keys").resolve("keys"));
    }

    private static final WorkingCalendar CALENDAR = read();

    private static WorkingCalendar calendar() {
        return CALENDAR;
    }

    private static WorkingCalendar read() {
        try (var csv = MailTown.class.getResourceAsStream("/calendar/cn.csv")) {
            return WorkingCalendar.parse(ZONE, "2026", new String(csv.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The words of the pages, with addresses of a site that does not exist. */
    record Speech(Words words) implements Wording {
        @Override public String say(Language language, String key, String... places) {
            return words.say(language, key, places);
        }

        @Override public String day(Language language, LocalDate day) {
            return day.toString();
        }

        @Override public String day(Language language, Instant at) {
            return at.atZone(ZONE).toLocalDate().toString();
        }

        @Override public String link(Language language, String path) {
            return "https://ask.example" + (language == Language.EN ? "/en" : "") + path;
        }
    }

    OutgoingDoor mailDoor() {
        return mailDoor(post.getSmtp().getPort(), 5_000);
    }

    static OutgoingDoor mailDoor(int port, int patienceMillis) {
        return new MailDoor(new MailDoor.Server(HOST, port, MailDoor.Security.NONE, "", "", "letters@city.test", "榴城 12345", patienceMillis), new Guard(List.of(Destination.mail(HOST, port)), List.of(HOST + ":" + port)));
    }

    SendNotices sender() {
        return sender(mailDoor());
    }

    SendNotices sender(OutgoingDoor door) {
        return new SendNotices(database.database(), residents, codes, cases, offices, new Speech(Words.load(true)), (_, _) -> List.of(new MorningWords.Line(MorningWords.Kind.QUOTE, "路口的井盖响了一个多月。")), new Outgoing(door),
                new SendNotices.Signature(new Text("榴城", "Liucheng"), "12345"), KEY);
    }

    /** Tells and sends everything that is due. */
    void tell() {
        write.run(now);
        sender().run(now);
    }

    CaseNumber asks(String contact) {
        return asks(contact, Language.ZH, false, "路灯不亮");
    }

    CaseNumber asks(String contact, Language language, boolean confidential, String title) {
        return receive(contact, language, confidential, title).number();
    }

    Cases.Received receive(String contact, Language language, boolean confidential, String title) {
        var message = new IncomingMessage(Door.WEB, Kind.HELP, service, area, "", null, title, "门口的路灯三天没亮了。", confidential, null,
                Contact.read(contact).orElseThrow(), language, "key-" + keys++, List.of());
        return intake.receive(message, By.resident(), now).orThrow();
    }

    void does(CaseNumber number, Act act, By by) {
        cases.act(number, act, by, now).orThrow();
    }

    void assigns(CaseNumber number) {
        does(number, new Act.Assign(lights, List.of(), ""), dispatcher());
    }

    void answers(CaseNumber number, String text) {
        assigns(number);
        does(number, new Act.Accept(), officer());
        does(number, new Act.Answer(text, List.of()), officer());
    }

    By dispatcher() {
        return By.officer(Role.DISPATCHER, offices.hotline().orElseThrow().code(), new OfficerId("d1"));
    }

    By officer() {
        return By.officer(Role.OFFICER, lights, new OfficerId("o1"));
    }

    void later(Duration by) {
        now = now.plus(by);
    }

    List<MimeMessage> letters() {
        return List.of(post.getReceivedMessages());
    }

    List<String> subjects() throws Exception {
        var subjects = new ArrayList<String>();
        for (var letter : letters()) subjects.add(letter.getSubject());
        return subjects;
    }

    /** The plain text of the last letter to this address. */
    String lastTo(String address) throws Exception {
        return plain(lastLetterTo(address));
    }

    MimeMessage lastLetterTo(String address) throws Exception {
        for (var letter : letters().reversed())
            if (Arrays.toString(letter.getAllRecipients()).contains(address)) return letter;
        throw new AssertionError("no letter to " + address + " in " + subjects());
    }

    static String plain(MimeMessage letter) throws Exception {
        return (String) ((jakarta.mail.Multipart) letter.getContent()).getBodyPart(0).getContent();
    }

    static String html(MimeMessage letter) throws Exception {
        return (String) ((jakarta.mail.Multipart) letter.getContent()).getBodyPart(1).getContent();
    }

    /** What stands in a table, as text. */
    String dump(String table) {
        try (var owner = database.ownerSource()) {
            return String.join("\n", org.springframework.jdbc.core.simple.JdbcClient.create(owner)
                    .sql("select t::text from " + table + " t").query(String.class).list());
        }
    }

    int count(String state) {
        try (var owner = database.ownerSource()) {
            return org.springframework.jdbc.core.simple.JdbcClient.create(owner).sql("select count(*) from outbox where state = ?")
                    .param(state).query(Integer.class).single();
        }
    }

    /** One resident's sealed contact goes bad, as on a failing disk. */
    void spoilOneContact() {
        try (var owner = database.ownerSource()) {
            org.springframework.jdbc.core.simple.JdbcClient.create(owner)
                    .sql("update resident set sealed = '\\x00112233445566778899aabbccddeeff0011223344556677' where id = (select id from resident order by id limit 1)").update();
        }
    }

    @Override public void close() {
        post.stop();
        database.close();
    }
}
