package lianqiao.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lianqiao.authenticity.Decision;
import lianqiao.authenticity.Folded;
import lianqiao.authenticity.Folds;
import lianqiao.authenticity.Reviews;
import lianqiao.authenticity.Tally;
import lianqiao.base.CaseNumber;
import lianqiao.base.Contribution;
import lianqiao.base.Outcome;
import lianqiao.cases.By.Role;
import lianqiao.offices.Duty;
import lianqiao.web.Form;
import lianqiao.web.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** Doubts about folds: the supervision and the leaders read and decide, auditors look on. Every decision needs a reason that stands in public. */
@Controller("deskFoldsPage")
public class FoldsPage {
    private static final int MOST = 20;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final Desk desk;
    private final Folds folds;
    private final Reviews reviews;
    private final InstantSource clock;

    FoldsPage(Desk desk, Folds folds, Reviews reviews, InstantSource clock) {
        this.desk = desk;
        this.folds = folds;
        this.reviews = reviews;
        this.clock = clock;
    }

    /** What waits, and the strongest folds. */
    public record Model(Reader reader, List<Reviews.Request> requests, List<Reviews.Proposal> proposals, List<Folded> strongest, Map<Long, Contribution> texts) {}

    /**
     * @param proposal the label that waits for a second person, null when none does; {@code standing} the proposal behind the label that
     *     stands, null when none does
     */
    public record One(Reader reader, Folded fold, @Nullable Contribution shown, Tally tally, List<Reviews.Request> requests, List<Decision> decisions,
                      Reviews.@Nullable Proposal proposal, @Nullable Long standing, Form form, boolean mayDecide) {
        /** What can be decided now, with the key of its words. */
        public List<String> choices() {
            var label = proposal != null ? List.of("CONFIRM_APART", "DECLINE_APART") : standing != null ? List.of("LIFT_APART") : List.of("PROPOSE_APART");
            return Stream.of(requests.isEmpty() ? List.<String>of() : List.of("KEEP"), List.of("TAKE_OUT", "DISSOLVE"), label).flatMap(List::stream).toList();
        }
    }

    @GetMapping("/desk/folds")
    View list(HttpServletRequest request) {
        var reader = desk.reader(request);
        if (!mayRead(reader)) return Show.notFound();
        var strongest = folds.strongest(null, MOST);
        return Show.page("desk/folds", new Model(reader, reviews.open(), reviews.proposals(), strongest, folds.shown(strongest)));
    }

    @GetMapping("/desk/folds/{id}")
    View one(@PathVariable String id, HttpServletRequest request) {
        var reader = desk.reader(request);
        if (!mayRead(reader) || !NUMBER.matcher(id).matches()) return Show.notFound();
        long name = folds.group(Long.parseLong(id));
        if (name != Long.parseLong(id)) return Show.seeOther("/desk/folds/" + name);
        return folds.fold(name).map(fold -> Show.page("desk/fold", shown(reader, fold, Form.empty()))).orElseGet(() -> Show.seeOther("/folds/" + name));
    }

    @PostMapping("/desk/folds/{id}")
    View decide(@PathVariable String id, HttpServletRequest request) {
        var reader = desk.reader(request);
        if (!mayDecide(reader) || !NUMBER.matcher(id).matches()) return Show.notFound();
        var fold = folds.fold(Long.parseLong(id));
        if (fold.isEmpty()) return Show.notFound();
        var form = Form.of(request);
        var shown = shown(reader, fold.get(), form);
        var want = form.choice("want", Set.copyOf(shown.choices()));
        var reason = form.text("reason", Reviews.MOST_WORDS);
        if (want.isEmpty() || form.hasErrors()) return again(shown);
        return switch (decide(shown, want.get(), reason, form, clock.instant())) {
            case Outcome.Done<Boolean> _ -> Show.seeOther("/folds/" + fold.get().id() + "#decisions");
            case Outcome.Refused<Boolean>(var why, var details) -> {
                form.refuse(want.get().equals("TAKE_OUT") ? "case" : "want", why, details.toArray());
                yield again(shown);
            }
        };
    }

    private Outcome<Boolean> decide(One shown, String want, String reason, Form form, Instant now) {
        long fold = shown.fold().id();
        long review = shown.requests().stream().map(Reviews.Request::id).filter(one -> form.typed("request").equals(one.toString())).findFirst().orElse(0L);
        var officer = shown.reader().officer().id().text();
        return switch (want) {
            case "KEEP" -> reviews.keep(fold, review == 0 ? shown.requests().getFirst().id() : review, reason, officer, now);
            case "TAKE_OUT" -> takeOut(fold, review, reason, officer, form, now);
            case "DISSOLVE" -> reviews.dissolve(fold, review, reason, officer, now);
            case "PROPOSE_APART" -> reviews.proposeApart(fold, reason, officer, now);
            case "LIFT_APART" -> reviews.liftApart(shown.standing() == null ? 0 : shown.standing(), reason, officer, now);
            default -> reviews.decideApart(shown.proposal() == null ? 0 : shown.proposal().id(), want.equals("CONFIRM_APART"), reason, officer, now);
        };
    }

    private Outcome<Boolean> takeOut(long fold, long review, String reason, String officer, Form form, Instant now) {
        var key = CaseNumber.read(form.typed("case")).map(number -> folds.key(number.text())).orElse(OptionalLong.empty());
        return key.isEmpty() ? Outcome.refused("authenticity.review.gone") : reviews.takeOut(fold, key.getAsLong(), review, reason, officer, now);
    }

    private static View again(One shown) {
        return Show.page(HttpStatus.UNPROCESSABLE_CONTENT, "desk/fold", shown);
    }

    private One shown(Reader reader, Folded fold, Form form) {
        var proposal = reviews.proposals().stream().filter(p -> folds.group(p.fold()) == fold.id()).findFirst().orElse(null);
        return new One(reader, fold, folds.shown(fold).orElse(null), folds.tallyOf(fold.id()), reviews.open(fold.id()), reviews.about(fold.id()), proposal,
                reviews.standing(fold.id()).orElse(null), form, mayDecide(reader));
    }

    private static boolean mayRead(Reader reader) {
        return mayDecide(reader) || reader.has(Duty.AUDITOR);
    }

    private static boolean mayDecide(Reader reader) {
        return reader.plays(Role.SUPERVISOR) || reader.plays(Role.LEADER);
    }
}
