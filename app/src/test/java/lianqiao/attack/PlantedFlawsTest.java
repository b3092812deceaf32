package lianqiao.attack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lianqiao.attack.Finding.Kind;
import org.junit.jupiter.api.Test;

/**
 * The same checks as {@link AttackTest}, against the program with 23 flaws planted into it: checks that find nothing
 * there would prove nothing here. At least nine of ten must be found, each at the place where it was planted.
 */
class PlantedFlawsTest {
    private static final Map<String, Kind> PLANTED = planted();

    private static Map<String, Kind> planted() {
        var flaws = new LinkedHashMap<String, Kind>();
        flaws.put("GET /planted/search", Kind.XSS);
        flaws.put("POST /planted/delete", Kind.CSRF);
        flaws.put("GET /planted/office", Kind.SQL);
        flaws.put("GET /planted/go", Kind.REDIRECT);
        flaws.put("GET /planted/named", Kind.HEADER);
        flaws.put("GET /planted/cookie", Kind.COOKIE);
        flaws.put("GET /planted/loose", Kind.POLICY);
        flaws.put("GET /planted/number", Kind.TRACE);
        flaws.put("planted", Kind.LOG);
        flaws.put("POST /planted/profile", Kind.BINDING);
        flaws.put("GET /planted/photo/{id}", Kind.OBJECT);
        flaws.put("GET /planted/case/{number}", Kind.OBJECT);
        flaws.put("GET /planted/help", Kind.TRAVERSAL);
        flaws.put("POST /planted/xml", Kind.XXE);
        flaws.put("GET /planted/preview", Kind.SSRF);
        flaws.put("POST /planted/upload", Kind.UPLOAD);
        flaws.put("GET /planted/table.csv", Kind.FORMULA);
        flaws.put("POST /planted/large", Kind.SIZE);
        flaws.put("GET /desk/admin/planted", Kind.ACCESS);
        flaws.put("GET /desk/planted/list", Kind.CACHE);
        flaws.put("/planted/sign-in token", Kind.TOKEN);
        flaws.put("/planted/sign-in fixation", Kind.FIXATION);
        flaws.put("/planted/sign-in enumeration", Kind.ENUMERATION);
        return flaws;
    }

    @Test void nineOfTenPlantedFlawsAreFound() throws IOException, InterruptedException {
        var door = new SignIns.Door("/planted/sign-in", () -> Map.of("login", "officer", "password", "right"), Map.of("login", "nobody", "password", "x"), Map.of("login", "officer", "password", "x"));
        var findings = Besieged.siege(true).run(List.of(door));
        var missed = PLANTED.entrySet().stream().filter(flaw -> !isFound(flaw.getKey(), flaw.getValue(), findings)).map(Object::toString).toList();
        PLANTED.forEach((where, kind) -> System.out.println("planted " + kind + " at " + where + ": " + (isFound(where, kind, findings) ? "found" : "MISSED")));
        System.out.println("planted flaws: " + (PLANTED.size() - missed.size()) + " of " + PLANTED.size() + " found");
        assertTrue(missed.size() * 10 <= PLANTED.size(), "missed: " + missed);
    }

    private static boolean isFound(String where, Kind kind, List<Finding> findings) {
        var place = where.startsWith("/planted/sign-in") ? "/planted/sign-in" : where;
        return findings.stream().anyMatch(finding -> finding.kind() == kind && finding.where().equals(place));
    }
}
