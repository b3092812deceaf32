package lianqiao.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import lianqiao.identity.CounterCheck;
import lianqiao.identity.LoginActs;
import lianqiao.identity.LoginActs.LoginAct;
import lianqiao.offices.Duty;
import lianqiao.web.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** The counter, where a clerk has looked at somebody's paper; and what was done to officers' sign-ins, for those who watch over the house. */
@Controller
public final class CounterPage {
    private final Desk desk;
    private final CounterCheck counter;
    private final LoginActs acts;
    private final InstantSource clock;

    CounterPage(Desk desk, CounterCheck counter, LoginActs acts, InstantSource clock) {
        this.desk = desk;
        this.counter = counter;
        this.acts = acts;
        this.clock = clock;
    }

    /** @param code to hand over, right after the paper was seen; null before */
    public record Model(Reader reader, @Nullable String code) {}

    /** The latest first. */
    public record Record(Reader reader, List<LoginAct> acts) {}

    @GetMapping("/desk/counter")
    View show(HttpServletRequest request) {
        var reader = desk.reader(request);
        return reader.has(Duty.OPERATOR) ? Show.page("desk/counter", new Model(reader, null)) : Show.notFound();
    }

    @PostMapping("/desk/counter")
    View seen(HttpServletRequest request) {
        var reader = desk.reader(request);
        if (!reader.has(Duty.OPERATOR)) return Show.notFound();
        var code = counter.seen(reader.officer().id().text(), clock.instant());
        return Show.page("desk/counter", new Model(reader, code.grouped()));
    }

    @GetMapping("/desk/sign-ins")
    View acts(HttpServletRequest request) {
        var reader = desk.reader(request);
        boolean watches = reader.has(Duty.ADMINISTRATOR) || reader.has(Duty.SUPERVISOR) || reader.has(Duty.LEADER) || reader.has(Duty.AUDITOR);
        return watches ? Show.page("desk/login-acts", new Record(reader, acts.latest())) : Show.notFound();
    }
}
