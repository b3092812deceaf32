package lianqiao.drafting;

import static lianqiao.fuzz.Target.promise;

import java.util.List;
import java.util.Map;
import lianqiao.fuzz.Target;
import lianqiao.outside.Answer;

/** Whatever a language model's server sends back. */
public final class DraftingFuzz {
    public static final List<Target> TARGETS = List.of(new Target("model-answer", DraftingFuzz::answer));

    private DraftingFuzz() {}

    private static void answer(byte[] bytes) {
        promise(LanguageModel.drafted(new Answer(500, Map.of(), bytes)).isEmpty(), "an error is no draft");
        var drafted = LanguageModel.drafted(new Answer(200, Map.of(), bytes));
        if (drafted.isEmpty()) return;
        var text = drafted.get();
        promise(!text.isEmpty() && text.codePointCount(0, text.length()) <= 2_000, "a draft is not empty and not long");
        promise(text.chars().noneMatch(sign -> sign != '\n' && Character.getType(sign) == Character.CONTROL), "a draft has no control signs");
    }
}
