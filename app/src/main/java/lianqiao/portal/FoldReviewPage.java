package lianqiao.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import lianqiao.authenticity.Folded;
import lianqiao.authenticity.Folds;
import lianqiao.authenticity.Limit;
import lianqiao.authenticity.Reviews;
import lianqiao.base.CaseNumber;
import lianqiao.web.Form;
import lianqiao.web.FormTokens;
import lianqiao.web.Show;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** Anybody may say that a fold is wrong; whoever has number and code of a case in it says so as its author. An officer reads it and decides in public. */
@Controller
public final class FoldReviewPage {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final Folds folds;
    private final Reviews reviews;
    private final OwnDoor door;
    private final Once once;
    private final FormTokens tokens;
    private final Admission admission;
    private final InstantSource clock;

    FoldReviewPage(Folds folds, Reviews reviews, OwnDoor door, Once once, FormTokens tokens, Admission admission, InstantSource clock) {
        this.folds = folds;
        this.reviews = reviews;
        this.door = door;
        this.once = once;
        this.tokens = tokens;
        this.admission = admission;
        this.clock = clock;
    }

    /** @param asked whether the request was taken */
    public record Model(Folded fold, Form form, boolean asked, Admission.Before before) {
        /** Whether the author of a case asks, who was let in by number and code. */
        public boolean byAuthor() {
            return !form.typed("code").isEmpty();
        }
    }

    @GetMapping("/folds/{id}/review")
    View empty(@PathVariable String id) {
        return fold(id).map(fold -> Show.page("portal/fold-review", new Model(fold, Form.empty(), false, Admission.Before.NOTHING))).orElseGet(Show::notFound);
    }

    @PostMapping("/folds/{id}/review")
    View sent(@PathVariable String id, HttpServletRequest request) {
        var form = Form.of(request);
        var now = clock.instant();
        return fold(id).map(fold -> sent(fold, form, request, now)).orElseGet(Show::notFound);
    }

    private Optional<Folded> fold(String id) {
        return NUMBER.matcher(id).matches() ? folds.fold(folds.group(Long.parseLong(id))) : Optional.empty();
    }

    private View sent(Folded fold, Form form, HttpServletRequest request, Instant now) {
        boolean author = !form.typed("code").isEmpty();
        if (author && door.mine(form, request, now).isEmpty()) return door.wrong(form, request, now);
        var nonce = form.nonce(tokens, now);
        var words = form.text("fold-words", Reviews.MOST_WORDS);
        long key = author ? key(fold, form, "fold-words", form.typed("number")) : key(fold, form, "case", form.typed("case"));
        if (form.hasErrors()) return show(HttpStatus.UNPROCESSABLE_CONTENT, fold, form, Admission.Before.NOTHING);
        return switch (admission.decide(Limit.FOLD_REVIEW_PER_PREFIX, form, nonce.orElseThrow(), request, now)) {
            case Admission.NotYet(var before) -> show(before.status(), fold, form, before);
            case Admission.Open open when !open.isUsed() -> show(HttpStatus.UNPROCESSABLE_CONTENT, fold, form,
                    admission.renewed(Limit.FOLD_REVIEW_PER_PREFIX, form, nonce.orElseThrow(), now));
            case Admission.Open _ -> {
                if (once.first(nonce.orElseThrow() + "|review|" + words.hashCode())) reviews.ask(fold.id(), key, author, words, now);
                yield show(HttpStatus.OK, fold, form, Admission.Before.NOTHING);
            }
        };
    }

    /** The text a request is about; 0 when none is named. */
    private long key(Folded fold, Form form, String field, String typed) {
        if (typed.isEmpty()) return 0;
        var key = CaseNumber.read(typed).map(number -> folds.key(number.text())).filter(found -> found.isPresent() && folds.group(found.getAsLong()) == fold.id());
        if (key.isEmpty()) form.refuse(field, "portal.review.not-in");
        return key.isEmpty() ? 0 : key.get().getAsLong();
    }

    private static View show(HttpStatus status, Folded fold, Form form, Admission.Before before) {
        return Show.page(status, "portal/fold-review", new Model(fold, form, status == HttpStatus.OK, before), before.rest() == null ? OwnDoor.PRIVATE : before.headers());
    }
}
