package lianqiao.portal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.servlet.http.HttpServletRequest;
import lianqiao.base.Text;
import lianqiao.cases.Cases;
import lianqiao.offices.AreaCode;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.ServiceCode;
import lianqiao.search.Facet;
import lianqiao.search.Search;
import lianqiao.search.SearchQuery;
import lianqiao.search.SearchResult;
import lianqiao.search.SearchResult.Segment;
import lianqiao.web.Form;
import lianqiao.web.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** Search in public cases, narrowed by facets. Without words it is the list of all, newest first. */
@Controller
public final class SearchPage {
    private static final int A_PAGE = 20;
    private static final int MOST_WORDS = 200;
    private static final int MOST_CHOICES = 30;

    private final Search search;
    private final Cases cases;
    private final Lines lines;
    private final Names names;
    private final InstantSource clock;

    SearchPage(Search search, Cases cases, Lines lines, Names names, InstantSource clock) {
        this.search = search;
        this.cases = cases;
        this.lines = lines;
        this.names = names;
        this.clock = clock;
    }

    /** One case found, its words cut where they were found. */
    public record Hit(Line line, List<Segment> title, List<Segment> excerpt) {}

    /**
     * A value by which the result can be narrowed.
     *
     * @param name in words; null for a state, which has words of its own
     * @param path the search with this value chosen, or freed again when it is
     */
    public record Choice(String code, @Nullable Text name, long count, boolean chosen, String path) {}

    /** @param building whether the index is still being built, so that not everything is found yet */
    public record Model(String words, List<Hit> hits, long total, boolean loose, boolean building, Map<Facet, List<Choice>> facets,
                        List<Hidden> chosen, boolean newest, String otherOrder, @Nullable String newer, @Nullable String older) {}

    /** A chosen facet, carried along by the search box. */
    public record Hidden(String name, String value) {}

    @GetMapping("/search")
    View find(HttpServletRequest request) {
        var form = Form.of(request);
        var words = cut(form.typed("q"));
        var query = query(form, words);
        var result = search.find(query);
        if (result.direct() != null) return Show.seeOther("/case/" + result.direct());
        return Show.page("portal/search", model(words, query, result));
    }

    private static String cut(String typed) {
        return typed.codePointCount(0, typed.length()) <= MOST_WORDS ? typed : typed.substring(0, typed.offsetByCodePoints(0, MOST_WORDS));
    }

    private static SearchQuery query(Form form, String words) {
        var query = SearchQuery.of(words).page(from(form), A_PAGE);
        for (var facet : Facet.values()) query = query.only(facet, form.all(facet.key()).stream().limit(20).toList());
        return form.typed("order").equals("newest") ? query.newestFirst() : query;
    }

    private static int from(Form form) {
        var page = form.typed("page");
        return page.matches("[1-9]\\d{0,2}") ? (Integer.parseInt(page) - 1) * A_PAGE : 0;
    }

    private Model model(String words, SearchQuery query, SearchResult result) {
        var now = clock.instant();
        var found = cases.publicLines(result.hits().stream().map(SearchResult.Hit::number).toList());
        var drawn = lines.drawn(found, now).stream().collect(Collectors.toMap(l -> l.of().number(), Function.identity()));
        var hits = result.hits().stream().filter(h -> drawn.containsKey(h.number()))
                .map(h -> new Hit(drawn.get(h.number()), h.title(), h.excerpt())).toList();
        int page = query.from() / A_PAGE + 1;
        boolean more = query.from() + A_PAGE < Math.min(result.total(), SearchQuery.MOST_DEEP);
        boolean newest = query.order() == SearchQuery.Order.NEWEST;
        return new Model(words, hits, result.total(), result.loose(), !search.progress().complete(), facets(words, query, result), chosen(query), newest,
                path(words, query.only(), !newest, 1), page > 1 ? path(words, query.only(), newest, page - 1) : null,
                more ? path(words, query.only(), newest, page + 1) : null);
    }

    private static List<Hidden> chosen(SearchQuery query) {
        var chosen = new ArrayList<Hidden>();
        query.only().forEach((facet, codes) -> codes.forEach(code -> chosen.add(new Hidden(facet.key(), code))));
        return chosen;
    }

    private Map<Facet, List<Choice>> facets(String words, SearchQuery query, SearchResult result) {
        boolean newest = query.order() == SearchQuery.Order.NEWEST;
        var facets = new EnumMap<Facet, List<Choice>>(Facet.class);
        for (var facet : Facet.values()) {
            var chosen = query.only().getOrDefault(facet, Set.of());
            var choices = result.facets().getOrDefault(facet, List.of()).stream().limit(MOST_CHOICES)
                    .map(c -> new Choice(c.code(), name(facet, c.code()), c.count(), chosen.contains(c.code()),
                            path(words, toggled(query, facet, c.code()), newest, 1))).toList();
            if (!choices.isEmpty()) facets.put(facet, choices);
        }
        return facets;
    }

    private static Map<Facet, Set<String>> toggled(SearchQuery query, Facet facet, String code) {
        var codes = new ArrayList<>(query.only().getOrDefault(facet, Set.of()));
        if (!codes.remove(code)) codes.add(code);
        return query.only(facet, codes).only();
    }

    private @Nullable Text name(Facet facet, String code) {
        return switch (facet) {
            case STATE -> null;
            case SERVICE -> ServiceCode.isWellFormed(code) ? names.service(new ServiceCode(code)) : new Text(code, code);
            case AREA -> AreaCode.isWellFormed(code) ? names.place(new AreaCode(code)) : new Text(code, code);
            case OFFICE -> OfficeCode.isWellFormed(code) ? names.office(new OfficeCode(code)) : new Text(code, code);
            case YEAR -> new Text(code, code);
        };
    }

    private static String path(String words, Map<Facet, Set<String>> only, boolean newest, int page) {
        var parts = new ArrayList<String>();
        if (!words.isEmpty()) parts.add("q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
        for (var facet : Facet.values()) {
            only.getOrDefault(facet, Set.of()).stream().sorted().forEach(code -> parts.add(facet.key() + "=" + URLEncoder.encode(code, StandardCharsets.UTF_8)));
        }
        if (newest) parts.add("order=newest");
        if (page > 1) parts.add("page=" + page);
        return parts.isEmpty() ? "/search" : "/search?" + String.join("&", parts);
    }
}
