package lianqiao.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import lianqiao.base.CaseNumber;
import lianqiao.transparency.LogView;
import lianqiao.transparency.Proof;
import lianqiao.transparency.PublicLog;
import lianqiao.transparency.Verified;
import lianqiao.web.Form;
import lianqiao.web.Show;
import lianqiao.web.Site;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** What the public log is and where it stands, the receipt of a step, and the page that checks a receipt. */
@Controller
public final class LogPage {
    private static final int MOST_TYPED = 400_000;
    private static final Map<String, String> SOON = Map.of("Retry-After", "2", "Cache-Control", "no-store");

    private final PublicLog log;
    private final Site site;

    LogPage(PublicLog log, Site site) {
        this.log = log;
        this.site = site;
    }

    /**
     * @param address of the log, as a checker is given it
     * @param command that checks all of it
     */
    public record Model(LogView log, String address, String command) {
        static Model of(LogView log, String address) {
            var command = new StringBuilder("./lianqiao verify-log ").append(address).append(" --log ").append(log.key());
            log.witnesses().forEach(witness -> command.append(" --witness ").append(witness.key()));
            return new Model(log, address, command.toString());
        }
    }

    /** @param verified what came out; null before anything was sent */
    public record Check(Form form, @Nullable Verified verified) {}

    @GetMapping("/log")
    View show(HttpServletRequest request) {
        return Show.page("portal/log", Model.of(log.view(), site.base(request) + "/log"));
    }

    /** The receipt of one step. It says no more than the log itself, which anybody may read whole. */
    @GetMapping("/log/receipt/{number}/{entry}")
    View receipt(@PathVariable String number, @PathVariable String entry) {
        var named = CaseNumber.read(number);
        if (named.isEmpty() || !entry.matches("[1-9][0-9]{0,5}")) return Show.notFound();
        return switch (log.proof(named.get().text(), Integer.parseInt(entry))) {
            case Proof.Ready(var file) -> Show.bytes("application/octet-stream", file, Map.of("Cache-Control", "no-store",
                    "Content-Disposition", "attachment; filename=\"" + named.get() + "." + entry + ".tlog-proof\""));
            case Proof.Waiting() -> Show.page(HttpStatus.SERVICE_UNAVAILABLE, "portal/log-soon", named.get().text(), SOON);
            case Proof.None() -> Show.notFound();
        };
    }

    @GetMapping("/log/verify")
    View verify() {
        return Show.page("portal/log-verify", new Check(Form.empty(), null));
    }

    @PostMapping("/log/verify")
    View verify(HttpServletRequest request) throws IOException {
        var form = Form.of(request);
        var receipt = sent(form, "receipt");
        if (receipt.isEmpty()) {
            form.refuse("receipt", "portal.log.verify.nothing");
            return Show.page(HttpStatus.UNPROCESSABLE_CONTENT, "portal/log-verify", new Check(form, null));
        }
        return Show.page("portal/log-verify", new Check(form, log.verify(receipt.getBytes(StandardCharsets.UTF_8), sent(form, "opening"))));
    }

    /** A chosen file counts more than what was pasted; lines end as in the file, whatever the browser made of them. */
    private static String sent(Form form, String field) throws IOException {
        var files = form.files(field + "-file");
        if (!files.isEmpty()) return files.getFirst().getSize() > MOST_TYPED ? "-" : new String(files.getFirst().getBytes(), StandardCharsets.UTF_8);
        var typed = form.typed(field).replace("\r\n", "\n");
        return typed.isBlank() ? "" : typed.strip() + "\n";
    }
}
