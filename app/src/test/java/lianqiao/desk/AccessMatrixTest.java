package lianqiao.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lianqiao.access.AccessTable;
import lianqiao.access.AccessTable.Row;
import lianqiao.brief.Briefs;
import lianqiao.desk.MatrixTown.Received;
import lianqiao.identity.FollowCode;
import lianqiao.town.HeardLog;
import lianqiao.transparency.PublicLog;
import lianqiao.web.FormTokens;
import org.junit.jupiter.api.Test;

/**
 * Every cell of the table of access, asked of the running server through its whole chain: every address, every role, every
 * kind of case. What may be done is asked for in a form that changes nothing, what may not in one that would do it.
 */
class AccessMatrixTest {
    private static final int FEWEST = 5_000;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    /** Steps that need a history of several people, told in stories of their own; here they are seen not to be offered too early. */
    private static final Set<String> OTHER_STORIES = Set.of("take-recourse");
    /** Whoever has signed in as a resident stands in no column of the table: what anybody may, and the pages of their own. */
    private static final String RESIDENT = "resident";
    /** Allowed, these lead a resident out. */
    private static final Set<String> ENDS = Set.of("/me/sign-out", "/me/devices/end-all", "/me/close");
    /** A surge stands out of weeks of ordinary days; its page is read in a story of its own, and here nobody is led away from it. */
    private static final String NEEDS_WEEKS = "/surges/{id}";
    private static final Set<String> OWN = Set.of("/follow", "/my-data", "/log/opening", "/receipt");
    private static final AtomicInteger NETWORK = new AtomicInteger();

    private final MatrixTown town = new MatrixTown();
    private final AccessTable table = AccessTable.load();
    private final String address = town.desk.town.address();
    private String fold = "";
    private String surge = "";
    private String issue = "";
    private final Map<String, Integer> lengths = new HashMap<>();

    /** One question: a row, a role and, where it matters, a case. */
    private record Cell(Row row, String role, String object, char declared, Received thing) {
        @Override public String toString() {
            return "%s %s as %s%s".formatted(row.method(), row.route(), role, object.isEmpty() ? "" : ", case " + object);
        }
    }

    @Test void everyCellIsAsDeclared() throws Exception {
        var cells = cells();
        town.desk.town.room(PublicLog.class).advance(Instant.now());
        cells.forEach(cell -> remember(cell.thing()));
        fold = town.fold();
        surge = MatrixTown.surge(town.desk);
        issue = town.issue();
        var wrong = new ArrayList<String>();
        try (var log = HeardLog.of("lianqiao.app.Gate"); var threads = Executors.newFixedThreadPool(4)) {
            var asked = Stream.concat(table.roles().stream(), Stream.of(RESIDENT)).map(role -> threads.submit((Callable<List<String>>) () -> visit(role, cells))).toList();
            for (var some : asked) wrong.addAll(some.get());
            assertTrue(log.lines().contains("refused: GET /desk/audit to somebody who is officer"), log.lines().toString());
            assertTrue(log.lines().stream().noneMatch(line -> line.matches(".*20\\d{6}-.*")), "a line names the pattern of an address, never a case");
        }
        long visited = cells.stream().filter(cell -> !isOwnSignIn(cell)).count();
        assertTrue(visited >= FEWEST, "only " + visited + " cells");
        assertEquals("", String.join("\n", wrong), wrong.size() + " of " + visited + " cells are not as declared");
        lengths.forEach((number, length) -> assertEquals(length, town.desk.see(new lianqiao.base.CaseNumber(number)).trail().size(), number + " was changed by somebody who may not"));
    }

    private void remember(Received thing) {
        if (thing != null) lengths.computeIfAbsent(thing.number().text(), _ -> town.desk.see(thing.number()).trail().size());
    }

    private List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        for (var row : table.rows()) {
            row.cells().forEach((role, letters) -> cells(row, role, letters, cells));
            cells(row, RESIDENT, row.cells().get("anyone").replace('m', AccessTable.MAY), cells);
        }
        return cells;
    }

    private void cells(Row row, String role, String letters, List<Cell> cells) {
        for (int i = 0; i < letters.length(); i++) {
            var object = letters.length() == 1 ? "" : AccessTable.OBJECTS.get(i);
            var act = row.route().startsWith("/desk/cases/{number}/") ? row.route().substring(row.route().lastIndexOf('/') + 1) : "";
            cells.add(new Cell(row, role, object, letters.charAt(i), object.isEmpty() ? null : town.thing(role, object, List.of("contact", "draft").contains(act) ? "" : act, letters.indexOf(AccessTable.MAY) >= 0)));
        }
    }

    private List<String> visit(String role, List<Cell> cells) throws IOException {
        var wrong = new ArrayList<String>();
        var somebody = new Somebody(role);
        for (var cell : cells) {
            if (!cell.role().equals(role) || isOwnSignIn(cell)) continue;
            var expected = cell.declared() == '+' && OTHER_STORIES.contains(act(cell.row())) ? 'n' : cell.declared();
            var got = somebody.asks(cell);
            if (got.letter() != expected) wrong.add(cell + ": declared " + expected + ", got " + got.letter() + " (" + got.answer().status() + " " + got.answer().location() + ")");
        }
        somebody.wire.close();
        return wrong;
    }

    /** What somebody may do with their own sign-in ends sessions and asks for keys: the stories of signing in do that. Who may not is asked here. */
    private static boolean isOwnSignIn(Cell cell) {
        var route = cell.row().route();
        boolean own = cell.role().equals(RESIDENT) && route.startsWith("/me") && !route.startsWith("/me/sign-in") && !route.startsWith("/me/back/");
        return (route.startsWith("/me") || route.startsWith("/desk/me/") || route.startsWith("/desk/sign-in/")) && cell.declared() == '+' && !own;
    }

    private static String act(Row row) {
        return row.route().substring(row.route().lastIndexOf('/') + 1);
    }

    private record Got(char letter, Wire.Answer answer) {}

    /** One role with its connection and session. */
    private final class Somebody {
        private final String role;
        private final Wire wire;
        private final String cookie;
        private final String token;
        private final String nowhere;
        private final String codePage;

        Somebody(String role) throws IOException {
            this.role = role;
            wire = Wire.from("127.0.0.1", address);
            cookie = isOfficer() ? town.cookie(role) : isResident() ? town.ofAResident() : "";
            token = isResident() ? token(wire.send("GET", "/me", cookie, null)) : isOfficer() ? token(wire.send("GET", role.equals("enrolling") ? "/desk/second-factor" : role.equals("administrator") ? "/desk/admin" : "/desk", cookie, null)) : "";
            nowhere = wire.send("GET", "/there/is/no/such/page", "", null).title();
            codePage = wire.send("GET", "/follow", "", null).title();
        }

        private boolean isOfficer() {
            return !role.equals("anyone") && !role.equals("code") && !isResident();
        }

        private boolean isResident() {
            return role.equals(RESIDENT);
        }

        private static String token(Wire.Answer page) {
            var found = TOKEN.matcher(page.body());
            assertTrue(found.find(), () -> page.status() + page.body());
            return found.group(1);
        }

        Got asks(Cell cell) throws IOException {
            var route = cell.row().route();
            if (isResident() && ENDS.contains(route)) return ends(cell, town.ofAResident());
            if (route.equals("/desk/sign-out")) return once(cell, town.cookie(isOfficer() ? role : "dummy"));
            boolean counted = cell.declared() == 'c' || OWN.stream().anyMatch(route::startsWith);
            if (!counted) return got(cell, ask(wire, cell, cookie, token));
            int network = NETWORK.incrementAndGet();
            try (var elsewhere = Wire.from("127." + (1 + network / 250) + "." + network % 250 + ".1", address)) {
                return got(cell, ask(elsewhere, cell, cookie, token));
            }
        }

        /** Led to the sign-in page like everybody who may not, and the session is gone: so it was allowed. */
        private Got ends(Cell cell, String fresh) throws IOException {
            var got = got(cell, ask(wire, cell, fresh, token(wire.send("GET", "/me", fresh, null))));
            boolean gone = wire.send("GET", "/me", fresh, null).location().startsWith("/me/sign-in");
            return new Got(got.letter() == 'm' && gone ? AccessTable.MAY : got.letter(), got.answer());
        }

        /** With a session of its own, because it ends there. */
        private Got once(Cell cell, String fresh) throws IOException {
            if (!isOfficer()) return got(cell, ask(wire, cell, "", ""));
            var page = wire.send("GET", role.equals("enrolling") ? "/desk/second-factor" : role.equals("administrator") ? "/desk/admin" : "/desk", fresh, null);
            return got(cell, ask(wire, cell, fresh, token(page)));
        }

        private Wire.Answer ask(Wire over, Cell cell, String with, String formToken) throws IOException {
            var method = cell.row().method().equals("ANY") ? "GET" : cell.row().method();
            var form = method.equals("POST") ? fields(cell, formToken) : null;
            return over.send(method, path(cell), with, form);
        }

        private Got got(Cell cell, Wire.Answer answer) {
            return new Got(letter(cell, answer), answer);
        }

        private char letter(Cell cell, Wire.Answer answer) {
            var route = cell.row().route();
            boolean entrance = route.equals("/desk/sign-in") || route.equals("/desk/second-factor");
            return switch (answer.status()) {
                case 200, 201, 304 -> '+';
                case 302, 303 -> answer.location().startsWith("/desk/sign-in?to=") ? 'i' : answer.location().equals("/desk/second-factor") && !entrance ? 'f'
                        : entrance && answer.location().equals("/desk") ? 'd' : answer.location().endsWith("?done=not-now") ? 'n' : answer.location().startsWith("/me/sign-in") && route.startsWith("/me") ? 'm' : '+';
                case 401 -> route.equals("/desk/sign-in") ? '+' : 'i';
                case 403 -> 'x';
                case 404 -> route.equals("/error") || route.equals(NEEDS_WEEKS) || route.startsWith("/subscribe/") && !answer.title().equals(nowhere) ? '+' : '0';
                case 409 -> answer.body().contains("send-again") ? 't' : 'n';
                case 422, 429 -> answer.title().equals(codePage) ? 'c' : answer.status() == 422 ? '+' : 'l';
                case 400, 503 -> route.startsWith("/log/") || route.startsWith("/case/") ? '+' : '!';
                default -> '!';
            };
        }

        private String path(Cell cell) {
            var route = cell.row().route();
            var thing = cell.thing();
            var path = route.replace("{typed}", thing == null ? "" : thing.number().text()).replace("{number}", thing == null ? "" : thing.number().text())
                    .replace("{entry}", "1").replace("{id}", thing == null ? "" : String.valueOf(thing.photo())).replace("{token}", "A".repeat(43));
            if (route.equals("/surges/{id}")) return route.replace("{id}", surge);
            if (route.contains("/folds/{id}")) return route.replace("{id}", fold);
            if (route.equals("/hot/{id}")) return route.replace("{id}", issue);
            if (route.startsWith("/photo/")) return "/photo/" + thing.photo() + ".jpg";
            if (route.startsWith("/feed/")) return route.replace("{file}", switch (route) {
                case "/feed/{file}" -> "all.atom";
                case "/feed/office/{file}" -> "urban.atom";
                case "/feed/service/{file}" -> "lamp.atom";
                default -> "tinglu.atom";
            });
            return switch (route) {
                case "/office/{code}" -> "/office/urban";
                case "/service/{code}" -> "/service/lamp";
                case "/area/{code}" -> "/area/tinglu";
                case "/desk/brief/{date}" -> morning();
                case "/desk/brief/{date}/{part}" -> morning() + "/overdue";
                case "/sitemap/cases/{begin}.xml" -> portion();
                case "/log/tile/**" -> tile();
                case "/me/level/with/{id}" -> "/me/level/with/counter";
                case "/ask/similar" -> "/ask/similar?text=lamp";
                default -> path;
            };
        }

        private String morning() {
            return "/desk/brief/" + town.desk.town.room(Briefs.class).write(town.desk.now()).day();
        }

        private String portion() {
            var found = Pattern.compile("(/sitemap/cases/[^<]+\\.xml)").matcher(answer("/sitemap.xml"));
            assertTrue(found.find());
            return found.group(1);
        }

        private String tile() {
            long size = Long.parseLong(answer("/log/checkpoint").lines().skip(1).findFirst().orElseThrow());
            return size >= 256 ? "/log/tile/entries/000" : "/log/tile/entries/000.p/" + size;
        }

        private String answer(String path) {
            try {
                return wire.send("GET", path, "", null).body();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        /** Whoever may is asked in a way that changes nothing; whoever may not sends everything that could be needed. */
        private String fields(Cell cell, String formToken) {
            var route = cell.row().route();
            boolean may = cell.declared() == '+';
            var fields = new HashMap<String, String>();
            if (!formToken.isEmpty()) fields.put("_csrf", formToken);
            if (!may || !OWN.stream().anyMatch(route::startsWith)) fields.put("form-token", town.desk.town.room(FormTokens.class).issue(Instant.now()));
            if (cell.thing() != null && !route.startsWith("/desk/")) {
                fields.put("number", cell.thing().number().text());
                boolean mine = role.equals("code") && may;
                fields.put("code", mine ? cell.thing().code() : role.equals("code") ? town.thing("code", "own", "", true).code() : FollowCode.draw().grouped());
            }
            if (route.startsWith("/desk/cases/")) fields.put("step", may ? "preview" : "do");
            if (!may) sure(fields);
            if (may && route.equals("/desk/messages")) fields.putAll(Map.of("number", town.thing("operator", "own", "", true).number().text(), "entry", "1", "step", "called"));
            if (route.equals("/subscribe")) fields.put("topic", "all");
            if (route.equals("/desk/admin/people/reset") || route.equals("/desk/admin/people/sign-out")) fields.put("code", "m.dummy");
            return fields.entrySet().stream().map(f -> coded(f.getKey()) + "=" + coded(f.getValue())).reduce((a, b) -> a + "&" + b).orElse("");
        }

        /** Enough for any step to be taken, were it not refused. */
        private static void sure(Map<String, String> fields) {
            var text = "够长的一句话，什么表都能填。";
            for (var name : List.of("text", "reason", "explanation", "question", "evidence", "note", "words", "why", "purpose", "statement", "where", "supplement", "escalate", "reopen", "appeal", "person", "title", "body")) {
                fields.putIfAbsent(name, text);
            }
            fields.putAll(Map.of("lead", "housing", "office", "urban", "ground", "other-law", "without-photo", "yes", "more", "3", "revisit", "2099-01-01", "how", "PHONE", "result", "SOLVED", "solved", "SOLVED"));
            fields.putAll(Map.of("level", "LEADER", "target", "1", "form", "WITHHOLD", "measure", "5", "seen", "99", "task", "4"));
        }

        private static String coded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    @Test void theStepsOfTheTableAreThoseOfTheStepTable() {
        var slugs = ActForms.all().stream().map(ActForm::slug).sorted().toList();
        var rows = table.rows().stream().filter(row -> row.method().equals("POST") && row.route().startsWith("/desk/cases/") && !row.route().endsWith("/contact") && !row.route().endsWith("/draft")).toList();
        assertEquals(slugs, rows.stream().map(AccessMatrixTest::act).sorted().toList());
        for (var row : rows) {
            var act = ActForms.named(act(row)).orElseThrow().act();
            for (var role : List.of("operator", "dispatcher", "officer", "head", "supervisor", "leader", "auditor", "administrator")) {
                boolean inStepTable = lianqiao.cases.Workflow.all().stream().filter(step -> step.act() == act).flatMap(step -> step.who().stream())
                        .anyMatch(who -> who.name().equalsIgnoreCase(role));
                assertEquals(inStepTable, row.opensTo(role), row.route() + " " + role);
            }
        }
    }
}
