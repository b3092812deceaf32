package lianqiao.cases;

import static lianqiao.fuzz.Target.promise;

import java.util.List;
import lianqiao.fuzz.Target;

public final class CasesFuzz {
    public static final List<Target> TARGETS = List.of(Target.ofText("list-place", CasesFuzz::listPlace), Target.ofText("moderation-place", CasesFuzz::moderationPlace));

    private CasesFuzz() {}

    private static void listPlace(String text) {
        var read = CaseQuery.After.read(text);
        promise(read == null || read.equals(CaseQuery.After.read(read.toString())), "a place in a list reads as itself");
    }

    private static void moderationPlace(String text) {
        var read = Moderation.After.read(text);
        promise(read == null || read.equals(Moderation.After.read(read.toString())), "a place in a list reads as itself");
    }
}
