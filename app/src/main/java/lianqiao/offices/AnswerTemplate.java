package lianqiao.offices;

import lianqiao.base.Public;
import lianqiao.base.Text;
import org.jspecify.annotations.Nullable;

/**
 * A beginning for an answer, in both languages; an officer finishes it for the one case. Null {@code office} or
 * {@code service} means: for all. What was sent is kept with the case, so changing a template changes no answer.
 */
public record AnswerTemplate(String code, @Nullable OfficeCode office, @Nullable ServiceCode service, Text title, Text body,
                             boolean active) implements Public {
    public AnswerTemplate {
        Codes.check(code, "template code");
    }
}
