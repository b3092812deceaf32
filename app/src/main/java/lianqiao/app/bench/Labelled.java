package lianqiao.app.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import lianqiao.authenticity.CopyGroups;
import lianqiao.authenticity.FoldRules;
import lianqiao.routing.Example;

/** Texts with confirmed labels, their near copies grouped, so that no text is tried on a model that was trained on its copy. */
record Labelled(List<Example> examples, int inGroups) {
    private static final int FOLDS = 5;
    /** A text of which so many pairs of signs stand in another is that other one, stripped of some words. */
    private static final double SAME = 0.5;

    static Labelled of(List<String> texts, List<String> labels) {
        var groups = new CopyGroups(FoldRules.CURRENT, texts.size(), key -> texts.get((int) key));
        for (int i = 0; i < texts.size(); i++) groups.add(i, i, texts.get(i));
        var examples = new ArrayList<Example>();
        int inGroups = 0;
        for (int i = 0; i < texts.size(); i++) {
            var echo = groups.echo(i).orElseThrow();
            examples.add(new Example(texts.get(i), labels.get(i), echo.members().getFirst().intValue()));
            if (echo.members().size() > 1) inGroups++;
        }
        return new Labelled(examples, inGroups);
    }

    /** A group is as a whole in one fold, drawn by its number. */
    List<Example> fold(int fold, boolean inside) {
        return examples.stream().filter(one -> (Math.floorMod(Integer.hashCode(one.group() * 0x9E3779B1) >>> 9, FOLDS) == fold) == inside).toList();
    }

    /** Without the texts that stand in one of the others too, with all their near copies. */
    Labelled without(List<String> others) {
        var holding = new HashMap<Integer, List<Integer>>();
        for (int i = 0; i < others.size(); i++) for (int pair : pairs(others.get(i))) holding.computeIfAbsent(pair, _ -> new ArrayList<>()).add(i);
        var leaving = new HashSet<Integer>();
        examples.stream().filter(one -> standsInOne(pairs(one.text()), holding, others.size())).forEach(one -> leaving.add(one.group()));
        return new Labelled(examples.stream().filter(one -> !leaving.contains(one.group())).toList(), inGroups);
    }

    private static boolean standsInOne(Set<Integer> pairs, Map<Integer, List<Integer>> holding, int others) {
        var shared = new int[others];
        for (int pair : pairs) holding.getOrDefault(pair, List.of()).forEach(other -> shared[other]++);
        return IntStream.of(shared).max().orElse(0) >= SAME * pairs.size();
    }

    private static Set<Integer> pairs(String text) {
        var pairs = new HashSet<Integer>();
        var letters = text.codePoints().filter(Character::isLetterOrDigit).toArray();
        for (int i = 1; i < letters.length; i++) pairs.add(letters[i - 1] * 0x20000 + letters[i]);
        return pairs;
    }
}
