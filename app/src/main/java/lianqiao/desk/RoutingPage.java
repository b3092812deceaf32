package lianqiao.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import lianqiao.offices.ServiceCode;
import lianqiao.routing.HitRate;
import lianqiao.routing.ModelRecord;
import lianqiao.routing.RoutingHelp;
import lianqiao.web.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** How often suggestions of the last half year met what dispatchers decided: by service, never by person. */
@Controller
public class RoutingPage {
    private final Desk desk;
    private final RoutingHelp help;
    private final InstantSource clock;

    RoutingPage(Desk desk, RoutingHelp help, InstantSource clock) {
        this.desk = desk;
        this.help = help;
        this.clock = clock;
    }

    /** @param trained the model in use; null before the first training */
    public record Model(Reader reader, Names names, List<HitRate> rates, @Nullable ModelRecord trained) {
        /** All services together. */
        public HitRate total() {
            return rates.stream().reduce(new HitRate("", 0, 0, 0, 0, 0, 0), HitRate::plus);
        }

        public ServiceCode service(HitRate rate) {
            return new ServiceCode(rate.service());
        }
    }

    @GetMapping("/desk/routing")
    View show(HttpServletRequest request) {
        var now = clock.instant();
        return Show.page("desk/routing", new Model(desk.reader(request), desk.names(), help.rates(now), help.model(now).orElse(null)));
    }
}
