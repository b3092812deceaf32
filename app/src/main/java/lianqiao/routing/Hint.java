package lianqiao.routing;

import java.util.List;
import lianqiao.base.Public;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.ServiceCode;
import org.jspecify.annotations.Nullable;

/**
 * One suggested service and the office to which the routing list sends such a case.
 *
 * @param probability between 0 and 1
 * @param office null when the list sends it nowhere
 * @param because the phrases of the message that speak for it, loudest first
 */
public record Hint(ServiceCode service, double probability, @Nullable OfficeCode office, List<Because> because) implements Public {
    public Hint {
        because = List.copyOf(because);
    }
}
