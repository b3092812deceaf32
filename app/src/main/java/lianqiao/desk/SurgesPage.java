package lianqiao.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import lianqiao.authenticity.Surge;
import lianqiao.authenticity.Surges;
import lianqiao.web.Show;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** When more people than usual came, for whoever plans the day at the desk: the same list that the public reads. */
@Controller("deskSurgesPage")
public class SurgesPage {
    private static final int MOST = 50;

    private final Desk desk;
    private final Surges surges;

    SurgesPage(Desk desk, Surges surges) {
        this.desk = desk;
        this.surges = surges;
    }

    public record Model(Reader reader, Names names, List<Surge> surges) {}

    @GetMapping("/desk/surges")
    View show(HttpServletRequest request) {
        return Show.page("desk/surges", new Model(desk.reader(request), desk.names(), surges.latest(null, MOST)));
    }
}
