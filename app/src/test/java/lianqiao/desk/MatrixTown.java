package lianqiao.desk;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import lianqiao.authenticity.FoldCopies;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.calendar.TimeLimit;
import lianqiao.cases.Act;
import lianqiao.cases.By;
import lianqiao.cases.By.Role;
import lianqiao.cases.CaseQuery;
import lianqiao.cases.Cases;
import lianqiao.cases.Kind;
import lianqiao.cases.Measure;
import lianqiao.cases.NewCase;
import lianqiao.cases.PhotoId;
import lianqiao.cases.Photos;
import lianqiao.cases.Right;
import lianqiao.cases.TakeInContributions;
import lianqiao.identity.Contact;
import lianqiao.identity.OfficerLogins;
import lianqiao.identity.OpenSessions;
import lianqiao.identity.Residents;
import lianqiao.identity.Session;
import lianqiao.insight.CollectHotIssues;
import lianqiao.insight.HotIssues;
import lianqiao.offices.AreaCode;
import lianqiao.offices.Duty;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Officer;
import lianqiao.offices.OfficerId;
import lianqiao.offices.ServiceCode;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;

/** The people of the matrix, each with a session, and a case for every question: in the right state, with the right office, about the right people. */
final class MatrixTown {
    /** Who stands in which column, where they work and what they are called; the leader leads a district, not the city. */
    static final Map<String, String> OFFICE = Map.of("operator", "hotline", "dispatcher", "hotline", "officer", "urban", "head", "urban", "supervisor", "inspection",
            "leader", "tinglu", "auditor", "inspection", "administrator", "hotline");
    private static final String ELSEWHERE = "education";
    private static final String TEXT = "矩阵里的一件诉求，写得够长。";

    final TownDesk desk = new TownDesk();
    private final Photos photos = desk.town.room(Photos.class);
    private final Instant start = desk.now().minus(Duration.ofHours(2));
    private final Map<String, Received> made = new HashMap<>();
    private int residents;

    /** A case with the code that opens it and, where no step is asked for, a photo of its first entry. */
    record Received(CaseNumber number, String code, @Nullable PhotoId photo) {}

    MatrixTown() {
        OFFICE.forEach((role, office) -> desk.offices.put(new Officer(new OfficerId(login(role)), name(role), new OfficeCode(office),
                Set.of(Duty.valueOf(role.toUpperCase(java.util.Locale.ROOT))), true)).orThrow());
        for (var login : List.of("m.enrolling", "m.dummy")) {
            desk.offices.put(new Officer(new OfficerId(login), "矩阵" + login, new OfficeCode("urban"), Set.of(Duty.OFFICER), true)).orThrow();
        }
    }

    static String login(String role) {
        return "m." + role;
    }

    private static String name(String role) {
        return "矩阵" + role + "某";
    }

    /** The cookie of a session that has just begun. */
    String cookie(String role) {
        return enter(desk, login(role), !role.equals("enrolling"));
    }

    /** The cookie of a resident who has just signed in, another one each time. */
    synchronized String ofAResident() {
        var resident = desk.town.room(Residents.class).contactable(Contact.read("own%d@matrix.test".formatted(residents++)).orElseThrow(), Language.ZH, start);
        return "me=" + desk.town.room(OpenSessions.class).begin(Session.Kind.RESIDENT, resident.toString(), true, Session.Way.MAIL, "Matrix", desk.now());
    }

    /** A fold of the cases above, which say the same in public. */
    String fold() throws IOException, InterruptedException {
        desk.town.room(TakeInContributions.class).run(desk.now());
        desk.town.room(FoldCopies.class).run(desk.now());
        var found = Pattern.compile("\"/folds/(\\d+)").matcher(desk.town.get("/folds").body());
        if (!found.find()) throw new IllegalStateException("no fold");
        return found.group(1);
    }

    /** A surge as it is kept when it was noticed, without the eight weeks of letters before it. */
    static String surge(TownDesk desk) {
        var database = desk.town.room(Database.class);
        return database.sql().sql("""
                insert into surge (jurisdiction, kind, service, area, day, persons, verified, usual, enough, noticed_at)
                values (?, 'DAY', 'lamp', 'shiliuqiao', date '2026-11-02', 9, 3, 1.5, 6, now())
                on conflict (jurisdiction, kind, service, area, day) do update set persons = 9 returning id""")
                .params(database.jurisdiction().code()).query(Long.class).single().toString();
    }

    /** The issue that the same cases make. */
    String issue() {
        desk.town.room(CollectHotIssues.class).run(desk.now());
        var issues = desk.town.room(HotIssues.class);
        var found = desk.cases.list(CaseQuery.inPublic(50)).stream().flatMap(line -> issues.of(line.number().text()).stream()).filter(issues::isLarge).findFirst();
        return String.valueOf(found.orElseThrow(() -> new IllegalStateException("no issue")).id());
    }

    static String enter(TownDesk desk, String login, boolean whole) {
        var logins = desk.town.room(OfficerLogins.class);
        if (logins.find(login).isEmpty()) logins.create(login, TownDesk.PASSWORD, desk.now().minus(Duration.ofHours(2))).orThrow();
        return Sessions.COOKIE + "=" + desk.town.room(OpenSessions.class).begin(Session.Kind.OFFICER, login, whole, Session.Way.PASSWORD, "Matrix", desk.now());
    }

    /** The case that a cell speaks of, seen from a role. */
    Received thing(String role, String object, String act, boolean may) {
        var own = OFFICE.getOrDefault(role, "urban");
        boolean confidential = !object.equals("own") && !object.equals("foreign");
        var lead = object.equals("foreign") || object.equals("secret") ? ELSEWHERE : object.equals("about") ? "health" : own;
        var concerns = object.equals("about") ? own : null;
        var named = object.equals("named") && OFFICE.containsKey(role) ? name(role) : "";
        boolean hidden = object.equals("about") || object.equals("named");
        var stage = act.isEmpty() ? "shown" : may && !hidden ? stage(act, role, confidential) : "handling";
        return made.computeIfAbsent(String.join("|", stage, lead, "" + confidential, "" + concerns, named), _ -> make(stage, lead, confidential, concerns, named));
    }

    /** How far a case must have come for somebody with that role to take the step. */
    private static String stage(String act, String role, boolean confidential) {
        boolean desk = role.equals("operator") || role.equals("dispatcher");
        return switch (act) {
            case "assign", "assign-finally", "change-service" -> "sent-back";
            case "accept", "send-back" -> "assigned";
            case "ask-back", "answer" -> desk ? "received" : "handling";
            case "refuse" -> role.equals("dispatcher") ? "sent-back" : "handling";
            case "finish-task" -> "task";
            case "revisit" -> "book";
            case "call-back", "verdict" -> "answered";
            case "close-confirmed" -> "confirmed";
            case "reopen" -> "disputed";
            case "mask", "drop-proposal" -> confidential ? "handling" : "proposed-mask";
            case "withhold" -> confidential ? "handling" : "proposed-withhold";
            case "appeal", "restore" -> confidential ? "handling" : "masked";
            case "uphold" -> confidential ? "handling" : "appealed";
            case "decline-notice", "state-counter" -> confidential ? "handling" : "notice";
            default -> "handling";
        };
    }

    private Received make(String stage, String lead, boolean confidential, @Nullable String concerns, String named) {
        boolean report = concerns != null || !named.isEmpty();
        boolean whole = stage.equals("shown");
        var photo = whole ? photos.keep(picture(), start).orThrow() : null;
        var resident = whole ? desk.town.room(Residents.class).contactable(Contact.read("matrix%d@matrix.test".formatted(made.size())).orElseThrow(), Language.ZH, start) : null;
        var received = desk.cases.receive(new NewCase(report ? Kind.REPORT : Kind.HELP, new ServiceCode("lamp"), new AreaCode("shiliuqiao"), "", null, "矩阵 " + stage,
                TEXT + named, Language.ZH, confidential, concerns == null ? null : new OfficeCode(concerns), "web", resident, null, photo == null ? List.of() : List.of(photo)), By.resident(), start).orThrow();
        new Life(received.number(), new OfficeCode(lead)).to(stage);
        return new Received(received.number(), received.code().grouped(), photo);
    }

    private static byte[] picture() {
        try {
            var file = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a case to a stage by people who stand in no column. */
    private final class Life {
        private final CaseNumber number;
        private final OfficeCode lead;

        Life(CaseNumber number, OfficeCode lead) {
            this.number = number;
            this.lead = lead;
        }

        void to(String stage) {
            if (stage.equals("received")) return;
            act(new Act.Assign(lead, List.of(), ""), by(Role.DISPATCHER));
            if (stage.equals("assigned")) return;
            if (stage.equals("sent-back")) {
                act(new Act.SendBack(desk.offices.sendBackReasons().getFirst().code(), TEXT), by(Role.OFFICER));
                return;
            }
            act(new Act.Accept(), by(Role.OFFICER));
            further(stage);
        }

        private void further(String stage) {
            switch (stage) {
                case "handling", "shown" -> { }
                case "task" -> act(new Act.GiveTask(lead, TEXT), by(Role.OFFICER));
                case "book" -> act(new Act.PutOnBook(LocalDate.ofInstant(desk.now(), java.time.ZoneId.of("Asia/Shanghai")).plusDays(9), TEXT), by(Role.HEAD));
                case "answered" -> act(new Act.Answer(TEXT, List.of()), by(Role.OFFICER));
                case "confirmed", "disputed" -> {
                    act(new Act.Answer(TEXT, List.of()), by(Role.OFFICER));
                    act(new Act.Verdict(stage.equals("confirmed") ? Act.Solved.SOLVED : Act.Solved.NOT, 0, 0, ""), By.resident());
                }
                case "notice" -> act(new Act.ForwardNotice(1, Right.OTHER), By.clock());
                default -> measure(stage);
            }
        }

        private void measure(String stage) {
            boolean withhold = stage.equals("proposed-withhold");
            var spans = withhold ? List.<Measure.Span>of() : List.of(new Measure.Span("body", 0, 2));
            var proposal = act(new Act.ProposeMeasure(withhold ? Measure.Form.WITHHOLD : Measure.Form.MASK, 1, null, null, spans,
                    desk.offices.measureGrounds().getFirst().code(), Measure.Content.PERSONAL, 0, TEXT), by(Role.DISPATCHER));
            if (stage.startsWith("proposed")) return;
            var taken = act(new Act.Mask(proposal), By.officer(Role.SUPERVISOR, new OfficeCode("inspection"), new OfficerId("m.second")));
            if (stage.equals("appealed")) act(new Act.Appeal(taken, TEXT), By.resident());
        }

        private int act(Act act, By by) {
            return desk.cases.act(number, act, by, start.plusSeconds(60)).orThrow();
        }

        private By by(Role role) {
            return By.officer(role, role == Role.DISPATCHER ? new OfficeCode("hotline") : lead, new OfficerId("m.first"));
        }
    }
}
