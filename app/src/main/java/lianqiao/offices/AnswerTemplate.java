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

    /** Whether it is meant for answers of this office about this service. */
    boolean fits(OfficeCode ofOffice, ServiceCode aboutService) {
        return (office == null || office.equals(ofOffice)) && (service == null || service.equals(aboutService));
    }

    /** 0 for all, 1 for an office or a service, 2 for both. */
    int specific() {
        return (office == null ? 0 : 1) + (service == null ? 0 : 1);
    }
}
