package lianqiao.checklist;

import static lianqiao.fuzz.Target.promise;

import java.util.List;
import java.util.stream.IntStream;
import lianqiao.fuzz.Target;

/** A question and an answer that are compared: the first line asks, the others answer. */
public final class ChecklistFuzz {
    public static final List<Target> TARGETS = List.of(Target.ofText("answer-check", ChecklistFuzz::check).slow());
    private static final Check CHECK = Check.knowing(IntStream.range(0, 30).mapToObj(i -> new Former("20261101-" + i,
            "春水路" + i + "号门口的路灯坏了，什么时候能修好？", "您好！您反映的问题收悉。我局已安排人员于" + (i % 28 + 1) + "日前修好，感谢您的支持。")).toList());

    private ChecklistFuzz() {}

    private static void check(String text) {
        int end = text.indexOf('\n');
        var question = end < 0 ? text : text.substring(0, end);
        var answer = end < 0 ? text : text.substring(end + 1);
        var checked = CHECK.of("20261122-000017-4", question, answer);
        promise(checked.relevance() >= 0 && checked.relevance() <= 1.0000001, "likeness is a share: " + checked.relevance());
        promise(checked.recycled() >= 0 && checked.recycled() <= 1, "the recycled part is a share");
        promise(checked.asks().size() <= 6, "a few things are asked");
        promise(checked.tone().stream().allMatch(answer::contains), "words that may hurt stand in the answer");
    }
}
