package lianqiao.routing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lianqiao.authenticity.CopyGroups;
import lianqiao.authenticity.FoldRules;
import lianqiao.base.Outcome;

/**
 * One model and what was learned on top of it, in the order in which it was decided. Two of them that start from the same
 * model and are told the same know the same. Not thread-safe.
 */
final class Learning {
    private static final int ROOM = 1_000;
    /** So much is learned one by one; with more it is time to train. */
    private static final int MOST_LESSONS = 20_000;

    final Router router;
    private final Lessons lessons = new Lessons();
    private final Map<Long, String> texts = new HashMap<>();
    private final CopyGroups copies = new CopyGroups(FoldRules.CURRENT, ROOM, key -> texts.getOrDefault(key, ""));
    long upTo;

    /** @param upTo the number of the last decision that the model knows already */
    Learning(Router router, long upTo) {
        this.router = router;
        this.upTo = upTo;
    }

    /** Learns from these rows; of those whose text is not public any more nothing is learned. */
    void from(List<ChoiceStore.Taught> rows, Map<String, String> words) {
        for (var row : rows) {
            upTo = row.number();
            Optional.ofNullable(words.get(row.caseNumber())).ifPresent(text -> learn(row, text));
        }
    }

    private void learn(ChoiceStore.Taught row, String text) {
        if (texts.size() >= MOST_LESSONS) return;
        texts.put(row.number(), text);
        copies.add(row.number(), row.number(), text);
        int group = copies.echo(row.number()).map(echo -> echo.members().getFirst().intValue()).orElse((int) row.number());
        var taken = lessons.take(new Correction(text, row.lesson(), group, row.teacher(), row.day()));
        if (taken instanceof Outcome.Done<Lesson>(var lesson)) router.learn(lesson);
    }
}
