package lianqiao.base;

import static lianqiao.fuzz.Target.promise;

import java.util.List;
import lianqiao.fuzz.Target;

public final class BaseFuzz {
    public static final List<Target> TARGETS = List.of(Target.ofText("case-number", BaseFuzz::caseNumber), Target.ofText("language", Language::of), Target.ofText("signs", BaseFuzz::signs));

    private BaseFuzz() {}

    private static void signs(String text) {
        var signs = Signs.of(text);
        for (int i = 0; i < signs.length(); i++) {
            promise(signs.from(i) >= (i == 0 ? 0 : signs.from(i - 1)) && signs.from(i) < signs.to(i) && signs.to(i) <= text.length(), "every sign stands in the text, in order");
            promise(!Character.isUpperCase(signs.at(i)), "a sign has no capital");
        }
    }

    private static void caseNumber(String text) {
        CaseNumber.read(text).ifPresent(read -> {
            promise(CaseNumber.read(read.text()).equals(java.util.Optional.of(read)), "a number reads as itself");
            promise(read.text().matches("[0-9]{8}-[0-9]{6,9}-[0-9]"), "a number has the shape of a number");
        });
        try {
            new CaseNumber(text);
            promise(CaseNumber.read(text).isPresent(), "what is a number can be read");
        } catch (IllegalArgumentException notOne) {
            // a refusal
        }
    }
}
