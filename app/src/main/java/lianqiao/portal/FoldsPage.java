package lianqiao.portal;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import lianqiao.authenticity.Bond;
import lianqiao.authenticity.Decision;
import lianqiao.authenticity.Fold;
import lianqiao.authenticity.FoldRules;
import lianqiao.authenticity.Folded;
import lianqiao.authenticity.Folds;
import lianqiao.authenticity.Phrases;
import lianqiao.authenticity.Reviews;
import lianqiao.authenticity.Span;
import lianqiao.authenticity.Tally;
import lianqiao.base.Contribution;
import lianqiao.base.Text;
import lianqiao.offices.AreaCode;
import lianqiao.offices.ServiceCode;
import lianqiao.portal.Marks.Part;
import lianqiao.portal.Step.Said;
import lianqiao.web.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** One text, many voices: which texts came more than once, how many people sent each, why they are shown once, and every one of them. */
@Controller
public final class FoldsPage {
    private static final int A_PAGE = 20;
    private static final int EXCERPT = 80;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final Folds folds;
    private final Reviews reviews;
    private final Names names;

    FoldsPage(Folds folds, Reviews reviews, Names names) {
        this.folds = folds;
        this.reviews = reviews;
        this.names = names;
    }

    /** A line of the list. @param excerpt how the text begins, empty when it may not be read today */
    public record Line(Folded fold, String excerpt, String tag, Text topic) {}

    /** @param rules the numbers that decide, for the section on the method */
    public record Listed(List<Line> lines, FoldRules rules, boolean first, @Nullable String older) {}

    /**
     * A member of a fold.
     *
     * @param why why it was folded, in words
     * @param parts its text, with what others wrote too marked
     * @param phrases whether the marks say how many other people used each phrase; otherwise they show what also stands in the text above
     */
    public record Row(Contribution said, Said why, List<Part> parts, boolean phrases, Text place) {}

    /**
     * @param shown whose wording stands for all; null when it may not be read today
     * @param tally the people of this text, and {@code around} those of its topic in the last ninety days, null before the first count
     * @param why why these are one text
     * @param decisions what was asked and decided about it, the oldest first
     */
    public record Model(Folded fold, @Nullable Contribution shown, List<Part> parts, Tally tally, @Nullable Tally around, Text topic, Said why, List<Row> members,
                        List<Entry> decisions, int most, @Nullable String first, @Nullable String older) {}

    /** A line of the public list. @param about the case whose text it is about, empty for the fold as a whole */
    public record Entry(Decision of, String about) {}

    /** A text that stands alone again, and why. @param reference its case, empty when it may not be read today */
    public record Alone(String reference, List<Entry> decisions) {}

    @GetMapping("/folds")
    View list(@RequestParam(required = false) @Nullable String after) {
        var from = after != null && NUMBER.matcher(after).matches() ? folds.fold(Long.parseLong(after)).orElse(null) : null;
        var found = folds.strongest(from, A_PAGE + 1);
        var some = found.size() > A_PAGE ? found.subList(0, A_PAGE) : found;
        var texts = folds.shown(some);
        var lines = some.stream().map(fold -> line(fold, texts.get(fold.id()))).toList();
        return Show.page("portal/folds", new Listed(lines, FoldRules.CURRENT, from == null, found.size() > A_PAGE ? "/folds?after=" + some.getLast().id() : null));
    }

    private Line line(Folded fold, @Nullable Contribution text) {
        var words = text == null ? "" : text.title().isEmpty() ? text.text() : text.title();
        var excerpt = words.codePointCount(0, words.length()) <= EXCERPT ? words : words.substring(0, words.offsetByCodePoints(0, EXCERPT)) + "…";
        return new Line(fold, excerpt, text == null ? "" : text.language().tag(), topic(fold));
    }

    @GetMapping("/folds/{id}")
    View show(@PathVariable String id, @RequestParam(required = false) @Nullable String after) {
        if (!NUMBER.matcher(id).matches()) return Show.notFound();
        long key = Long.parseLong(id);
        long name = folds.group(key);
        if (name != key) return Show.seeOther("/folds/" + name);
        return folds.fold(key).map(fold -> Show.page("portal/fold", model(fold, from(after)))).orElseGet(() -> alone(key));
    }

    private View alone(long key) {
        var decisions = entries(reviews.about(key));
        return decisions.isEmpty() ? Show.notFound() : Show.page("portal/fold-alone", new Alone(folds.references(List.of(key)).getOrDefault(key, ""), decisions));
    }

    private List<Entry> entries(List<Decision> decisions) {
        var references = folds.references(decisions.stream().map(Decision::key).filter(key -> key > 0).toList());
        return decisions.stream().map(one -> new Entry(one, references.getOrDefault(one.key(), ""))).toList();
    }

    private static long from(@Nullable String after) {
        return after != null && NUMBER.matcher(after).matches() ? Long.parseLong(after) : 0;
    }

    private Model model(Folded fold, long after) {
        var shown = folds.shown(fold).orElse(null);
        var path = "/folds/" + fold.id();
        var page = folds.members(fold, after);
        var parts = shown == null ? List.<Part>of() : Marks.of(shown.words(), folds.coverage(shown).map(c -> c.spans()).orElse(List.<Span>of()));
        return new Model(fold, shown, parts, folds.tallyOf(fold.id()), folds.topic(fold.topic()).orElse(null), topic(fold), why(fold),
                page.members().stream().map(this::row).toList(), entries(reviews.about(fold.id())), Phrases.MOST_COUNTED, after == 0 ? null : path, page.next() == 0 ? null : path + "?after=" + page.next());
    }

    private Row row(Folds.Member member) {
        var spans = member.shared().map(c -> c.spans()).orElse(member.parts());
        return new Row(member.said(), why(member), Marks.of(member.said().words(), spans),
                member.shared().isPresent(), names.place(new AreaCode(member.said().area())));
    }

    /** A fold of a recombined text says what share of it others wrote, the others how like the neighbour they are. */
    private static Said why(Fold fold) {
        return Said.of(fold.reason(), percent(fold.likeness().jaccard()));
    }

    private static Said why(Folds.Member member) {
        return member.reason().map(FoldsPage::why).or(() -> member.shared().map(shared -> Said.of("authenticity.coverage.RECYCLED", percent(shared.share()))))
                .orElse(Said.of("portal.fold.oldest"));
    }

    private Said why(Folded fold) {
        var bindings = folds.bindings(fold);
        var recycled = bindings.stream().filter(b -> b.bond() == Bond.RECYCLED).findFirst();
        if (recycled.isPresent()) return Said.of("portal.fold.why.recycled", percent(recycled.get().least()));
        double least = bindings.stream().mapToDouble(Folds.Binding::least).min().orElse(1);
        return least > 0.999 ? Said.of("portal.fold.why.same") : Said.of("portal.fold.why.like", percent(least));
    }

    private Text topic(Folded fold) {
        return ServiceCode.isWellFormed(fold.topic()) ? names.service(new ServiceCode(fold.topic())) : new Text(fold.topic(), fold.topic());
    }

    /** With one digit behind the point, as strengths are shown. */
    public static String rounded(double strength) {
        return String.format(Locale.ROOT, "%.1f", strength);
    }

    private static int percent(double share) {
        return (int) Math.floor(share * 100);
    }
}
