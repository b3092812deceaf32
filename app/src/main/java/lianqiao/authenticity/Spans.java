package lianqiao.authenticity;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parts of a text as one short line, to be kept beside it: {@code 0-12x3 40-55x64}. */
final class Spans {
    private Spans() {}

    static String written(List<Span> spans) {
        return spans.stream().map(span -> span.from() + "-" + span.to() + "x" + span.others()).collect(Collectors.joining(" "));
    }

    static List<Span> read(String written) {
        if (written.isEmpty()) return List.of();
        return Stream.of(written.split(" ")).map(one -> {
            var numbers = one.split("[-x]");
            return new Span(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2]));
        }).toList();
    }

    static Coverage coverage(double share, String written) {
        var rules = FoldRules.CURRENT;
        return new Coverage(rules.version(), share, share >= rules.recycled() ? Coverage.Mark.RECYCLED : Coverage.Mark.NOTED, read(written));
    }
}
