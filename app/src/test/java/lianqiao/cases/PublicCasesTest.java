package lianqiao.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import org.junit.jupiter.api.Test;

/** Whoever goes through the portions meets every public case once, oldest first, and none that is confidential. */
class PublicCasesTest {
    @Test void sevenPublicCasesStandInThreePortionsOfThree() {
        try (var town = new Town()) {
            var cases = new PublicCases(town.database.database());
            assertEquals(List.of(), cases.portions(3), "an empty town has no portions");
            var open = new ArrayList<CaseNumber>();
            for (int i = 0; i < 7; i++) {
                var now = Town.at("2026-11-23T09:00").plus(Duration.ofMinutes(i));
                open.add(town.asks(now).number());
                var told = new NewCase(Kind.HELP, town.service, town.area, "", null, "只告诉单位", "不想公开。", Language.ZH, true, null, "web", null, null, List.of());
                town.cases.receive(told, By.resident(), now).orThrow();
            }
            var portions = cases.portions(3);
            assertEquals(List.of(open.get(0), open.get(3), open.get(6)), portions.stream().map(CaseQuery.After::number).toList());
            var met = portions.stream().flatMap(begin -> cases.from(CaseQuery.After.read(begin.toString()), 3).stream()).map(PublicCases.Changed::number).toList();
            assertEquals(open, met, "read from their addresses, too");
            assertTrue(cases.from(portions.getLast(), 3).size() == 1);
        }
    }
}
