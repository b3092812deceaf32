package lianqiao.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import lianqiao.base.CaseNumber;
import lianqiao.cases.Sight.Reach;
import lianqiao.offices.AreaCode;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.OfficerId;
import lianqiao.search.DeskReader;
import lianqiao.search.DeskSearch;
import lianqiao.search.SearchQuery;
import lianqiao.web.Form;
import lianqiao.web.Show;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** Finding cases by their words or their number, within what the reader may see. */
@Controller
public class FindPage {
    private final Desk desk;
    private final DeskSearch search;

    FindPage(Desk desk, DeskSearch search) {
        this.desk = desk;
        this.search = search;
    }

    public record Model(Reader reader, String text, DeskSearch.Found found) {}

    @GetMapping("/desk/find")
    View find(HttpServletRequest request) {
        var reader = desk.reader(request);
        var form = Form.of(request);
        var text = form.optionalLine("q", 200).orElse("");
        var number = CaseNumber.read(text);
        if (number.isPresent()) return Show.seeOther("/desk/cases/" + number.get());
        var found = search.find(SearchQuery.of(text).page(0, 50), asksFor(reader));
        return Show.page("desk/find", new Model(reader, text, found));
    }

    static DeskReader asksFor(Reader reader) {
        var sight = reader.sight();
        var offices = sight.reaches().stream().flatMap(reach -> reach.offices().stream()).map(OfficeCode::text).collect(Collectors.toSet());
        var areas = sight.reaches().stream().flatMap(reach -> reach.areas().stream()).map(AreaCode::text).collect(Collectors.toSet());
        return new DeskReader(sight.reaches().stream().anyMatch(Reach::isEverywhere), offices, areas, sight.notAbout().stream().map(OfficeCode::text).collect(Collectors.toSet()),
                sight.persons().stream().map(OfficerId::text).collect(Collectors.toSet()));
    }
}
