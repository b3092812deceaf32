package lianqiao.portal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import lianqiao.base.CaseNumber;
import lianqiao.base.Text;
import lianqiao.cases.Cases;
import lianqiao.insight.Heat;
import lianqiao.insight.HotIssue;
import lianqiao.insight.HotIssues;
import lianqiao.insight.HotRules;
import lianqiao.insight.Link;
import lianqiao.offices.AreaCode;
import lianqiao.offices.ServiceCode;
import lianqiao.web.Frame;
import lianqiao.web.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What many people say together: the list with every term of its order, and the page of each issue with all its cases. */
@Controller
public final class HotPage {
    private static final int A_PAGE = 20;
    private static final int MOST_PAGES = 50;
    /** Under so many persons a part of a breakdown is not told exactly. */
    static final int LEAST_TOLD = 5;

    private final HotIssues issues;
    private final Cases cases;
    private final Lines lines;
    private final Names names;
    private final InstantSource clock;

    HotPage(HotIssues issues, Cases cases, Lines lines, Names names, InstantSource clock) {
        this.issues = issues;
        this.cases = cases;
        this.lines = lines;
        this.names = names;
        this.clock = clock;
    }

    /**
     * An issue in the list.
     *
     * @param rank its place, from 1
     * @param service null if unknown; @param area null if unknown
     */
    public record Row(int rank, HotIssue issue, @Nullable Text service, @Nullable Text area) {
        /** Its name, or words for one whose people share no phrase. */
        public static String name(Frame frame, HotIssue issue) {
            return issue.name().isEmpty() ? frame.say("portal.hot.unnamed") : issue.name();
        }

        /** A number with two digits behind the point. */
        public static String two(double value) {
            return String.format(Locale.ROOT, "%.2f", value);
        }

        /** The four terms, in the order of the formula. */
        public static List<Double> terms(Heat heat) {
            return List.of(heat.ofVoices(), heat.ofSupporters(), heat.ofBusiest(), heat.ofPlaces());
        }

        /** Where the part of each term begins and how wide it is, in thousandths of {@code whole}. */
        public static List<long[]> parts(Heat heat, double whole) {
            var parts = new java.util.ArrayList<long[]>();
            double from = 0;
            for (double term : terms(heat)) {
                parts.add(new long[] {Math.round(1000 * from / whole), Math.round(1000 * term / whole)});
                from += term;
            }
            return parts;
        }
    }

    /** @param hottest the greatest heat on the page: as long are the bars; @param older the address of the next page, null when this is the last */
    public record Model(List<Row> rows, double hottest, HotRules rules, @Nullable String first, @Nullable String older) {}

    /**
     * Persons of a month.
     *
     * @param persons −1 where they are fewer than {@link #LEAST_TOLD}
     * @param share of the busiest month in thousandths
     */
    public record MonthOf(LocalDate month, int persons, long share) {}

    /** @param months the newest last; @param links what officers joined or separated, with the reason; @param quarters whether it lasts longer than a voice does */
    public record One(Row row, HotRules rules, List<MonthOf> months, List<HotIssues.Day> days, List<Link> links, boolean quarters, Page page, Instant now) {}

    @GetMapping("/hot")
    View list(@RequestParam(defaultValue = "1") int page) {
        if (page < 1 || page > MOST_PAGES) return Show.notFound();
        int from = (page - 1) * A_PAGE;
        var found = issues.hottest(clock.instant(), from, A_PAGE + 1);
        var shown = found.subList(0, Math.min(A_PAGE, found.size()));
        var rows = java.util.stream.IntStream.range(0, shown.size()).mapToObj(i -> row(from + i + 1, shown.get(i))).toList();
        double hottest = shown.stream().mapToDouble(one -> one.heat().sum()).max().orElse(1);
        return Show.page("portal/hot", new Model(rows, hottest, issues.rules(), page == 1 ? null : "/hot", found.size() > A_PAGE && page < MOST_PAGES ? "/hot?page=" + (page + 1) : null));
    }

    @GetMapping("/hot/{id}")
    View show(@PathVariable String id, @RequestParam(required = false) @Nullable String before) {
        if (!id.matches("\\d{1,18}") || before != null && !before.matches("\\d{1,18}")) return Show.notFound();
        var found = issues.find(Long.parseLong(id));
        if (found.isEmpty() || !issues.isLarge(found.get())) return Show.notFound();
        var issue = found.get();
        if (issue.id() != Long.parseLong(id)) return Show.seeOther("/hot/" + issue.id());
        var quarters = issue.last().isAfter(issue.first().plus(java.time.Duration.ofDays(90)));
        return Show.page("portal/hot-issue", new One(row(0, issue), issues.rules(), months(issue.id()), issues.days(issue.id()), issues.links(issue.id()), quarters,
                members(issue.id(), before), clock.instant()));
    }

    private Page members(long id, @Nullable String before) {
        var found = issues.members(id, before == null ? Long.MAX_VALUE : Long.parseLong(before), Lines.A_PAGE + 1);
        var shown = found.subList(0, Math.min(Lines.A_PAGE, found.size()));
        var numbers = shown.stream().flatMap(one -> CaseNumber.read(one.reference()).stream()).toList();
        var older = found.size() > Lines.A_PAGE ? "/hot/" + id + "?before=" + shown.getLast().contribution() : null;
        return new Page(lines.drawn(cases.publicLines(numbers), clock.instant()), before == null ? null : "/hot/" + id, older);
    }

    private List<MonthOf> months(long id) {
        var persons = issues.months(id);
        int most = persons.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        return persons.entrySet().stream().map(one -> new MonthOf(one.getKey(), one.getValue() < LEAST_TOLD ? -1 : one.getValue(),
                1000L * Math.max(one.getValue(), Math.min(most, LEAST_TOLD - 1)) / most)).toList();
    }

    private Row row(int rank, HotIssue issue) {
        return new Row(rank, issue, issue.service().isEmpty() ? null : names.service(new ServiceCode(issue.service())),
                issue.area().isEmpty() ? null : names.place(new AreaCode(issue.area())));
    }
}
