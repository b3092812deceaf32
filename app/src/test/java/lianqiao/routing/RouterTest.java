package lianqiao.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RouterTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private static String first(Router router, String text) {
        return router.suggest(text).top().getFirst().label();
    }

    private static Lesson lesson(String text, String label) {
        return new Lessons().take(new Correction(text, label, 1, "a", TODAY)).orThrow();
    }

    @Test void aBrokenLampGoesToTheRoadsAndTheWordsThatDecidedAreShown() {
        var router = Letterbox.router();
        var text = "您好！松林巷的路燈坏了，一到晚上就看不见路。";
        var suggestion = router.suggest(text);
        assertEquals("道路", suggestion.top().getFirst().label());
        assertEquals(3, suggestion.top().size());
        assertEquals(1, suggestion.top().stream().mapToDouble(Choice::probability).sum(), 1e-9);
        assertEquals("2026-11-23", suggestion.model().substring(0, 10));
        var because = router.because(text, "道路");
        assertTrue(because.stream().anyMatch(one -> one.phrase().contains("路燈坏了")), because.stream().map(Because::phrase).toList().toString());
        because.forEach(one -> assertEquals(one.phrase(), text.substring(one.from(), one.to()), "a reason is quoted as it was written"));
        assertEquals(List.of(), router.because(text, "nobody's label"));
    }

    @Test void whereWordsEndIsNobodysBusiness() {
        var router = Letterbox.router();
        var plain = router.suggest("公司拖欠工资三个月，老板不签劳动合同");
        var cut = router.suggest("公司 拖欠 工资 三个月，老板 不 签 劳动合同");
        assertEquals(plain.top(), cut.top());
        assertEquals(plain.margin(), cut.margin());
    }

    @Test void whatIsTooShortOrNeverSeenIsNotPreselected() {
        var router = Letterbox.router();
        assertEquals(Advice.TOO_SHORT, router.suggest("路灯不亮").advice());
        assertEquals(Advice.STRANGE, router.suggest("龟兔赛跑寓意深长值得细读品味回味无穷").advice());
        assertEquals(Advice.STRANGE, router.suggest("Nothing of this was ever said before anywhere").advice());
    }

    @Test void aCorrectionTakesEffectOnTheNextMessage() {
        var router = Letterbox.router();
        var text = "学校门口的路灯不亮，孩子放学看不见路，学校不管";
        var before = first(router, text);
        var right = before.equals("教育") ? "道路" : "教育";
        router.learn(lesson(text, right));
        assertEquals(right, first(router, text));
        assertEquals("劳动", first(router, "公司拖欠工资，位于南门，请尽快处理"), "what has nothing to do with it stays");
    }

    @Test void aSubjectNobodyKnewIsKnownFromItsFirstLesson() {
        var router = Letterbox.router();
        router.learn(lesson("饭店油烟直排，熏得人睁不开眼", "环保"));
        assertEquals("环保", first(router, "楼下饭店油烟直排熏人"));
    }

    @Test void aNewTownLearnsFromCorrectionsAlone() {
        var examples = Letterbox.chinese(120);
        var router = Training.untaught(List.of(), examples.stream().map(Example::text).toList(), Letterbox.NOW);
        assertEquals(List.of(), router.suggest(examples.getFirst().text()).top());
        examples.subList(0, 30).forEach(one -> router.learn(lesson(one.text(), one.label())));
        var scores = router.tryOn(examples.subList(30, 120));
        assertTrue(scores.macroF1() > 0.95, "macro-F1 " + scores.macroF1());
        assertEquals(0, scores.preselected(), "what was never tried on texts kept apart preselects nothing");
    }

    @Test void englishIsReadByWords() {
        var router = Training.of(Letterbox.english(300), "invented", Letterbox.NOW).orThrow();
        var text = "All the streetlight poles are fine but the street light at our corner is broken.";
        assertEquals("道路", first(router, text));
        var phrases = router.because(text, "道路").stream().map(Because::phrase).collect(Collectors.joining("|"));
        assertTrue(phrases.contains("street light"), phrases);
        assertEquals("劳动", first(router, "Wages were not paid by my employer"));
        assertEquals(router.suggest("WAGES were not paid by my employer").top(), router.suggest("wages  were not paid by my employer").top());
    }

    @Test void theSameExamplesGiveTheSameModelAndNearCopiesCountOnce() throws Exception {
        var examples = Letterbox.chinese(300);
        var again = new ArrayList<>(examples);
        again.addAll(examples);
        var bytes = ModelFile.bytes(Training.of(examples, "invented", Letterbox.NOW).orThrow());
        assertTrue(java.util.Arrays.equals(bytes, ModelFile.bytes(Training.of(again, "invented", Letterbox.NOW).orThrow())));
        again.set(0, new Example(examples.getFirst().text(), "教育", 0));
        assertNotEquals(Training.of(again, "invented", Letterbox.NOW).orThrow().record().fingerprint(), Training.of(examples, "invented", Letterbox.NOW).orThrow().record().fingerprint());
    }

    @Test void tooFewExamplesAreRefusedWithTheNumberThatIsNeeded() {
        assertEquals("Refused[why=routing.training.few, details=[49, 50]]", Training.of(Letterbox.chinese(49), "", Letterbox.NOW).toString());
        var one = Letterbox.chinese(300).stream().filter(e -> e.label().equals("道路")).toList();
        assertTrue(!Training.of(one, "", Letterbox.NOW).isDone(), "one subject is no choice");
    }

    @Test void nothingThatPeopleWroteGetsIntoALog() {
        assertEquals("Example[道路]", new Example("secret", "道路", 1).toString());
        assertEquals("Correction[道路]", new Correction("secret", "道路", 1, "a", TODAY).toString());
        assertEquals("Because[1..3]", new Because("secret", 1, 3, 1).toString());
    }
}
