package lianqiao.routing;

import java.time.Instant;
import java.util.List;
import lianqiao.offices.AreaCode;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.ServiceCode;
import org.jspecify.annotations.Nullable;

/**
 * What a person did after reading a suggestion.
 *
 * @param model the version that had suggested
 * @param suggested what stood on the page, best first
 * @param service what the person left or put there
 * @param office where the case was sent; null when only its category was changed
 * @param who the person's opaque code; it is kept only as a key for counting
 */
public record Decided(String caseNumber, AreaCode area, String model, Advice advice, List<ServiceCode> suggested, ServiceCode service,
                      @Nullable OfficeCode office, String who, Instant at) {
    public Decided {
        suggested = List.copyOf(suggested);
    }

    @Override public String toString() {
        return "Decided[" + caseNumber + " " + service + "]";
    }
}
