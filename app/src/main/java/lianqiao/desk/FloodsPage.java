package lianqiao.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import lianqiao.authenticity.Alarm;
import lianqiao.authenticity.Limit;
import lianqiao.offices.Duty;
import lianqiao.web.Form;
import lianqiao.web.Show;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** Whether everybody is asked for the check before sending, since when and why; administrators switch it. */
@Controller
public class FloodsPage {
    private final Desk desk;
    private final Alarm alarm;
    private final InstantSource clock;

    FloodsPage(Desk desk, Alarm alarm, InstantSource clock) {
        this.desk = desk;
        this.alarm = alarm;
        this.clock = clock;
    }

    /**
     * @param lasts whether everybody is asked at this moment
     * @param sum the arrivals in a minute from which a flood is noticed, as the table of limits says
     */
    public record Model(Reader reader, boolean lasts, List<Alarm.Time> times, int sum) {
        public boolean maySwitch() {
            return reader.has(Duty.ADMINISTRATOR);
        }
    }

    @GetMapping("/desk/floods")
    View show(HttpServletRequest request) {
        return Show.page("desk/floods", new Model(desk.reader(request), alarm.lasting(clock.instant()).isPresent(), alarm.latest(), Limit.NEW_CASE_EVERYWHERE.near()));
    }

    @PostMapping("/desk/floods")
    View change(HttpServletRequest request) {
        var reader = desk.reader(request);
        if (!reader.has(Duty.ADMINISTRATOR)) return Show.notFound();
        var officer = reader.officer().id().text();
        switch (Form.of(request).typed("want")) {
            case "on" -> alarm.call(officer, clock.instant());
            case "off" -> alarm.callOff(officer, clock.instant());
            default -> { }
        }
        return Show.seeOther("/desk/floods");
    }
}
