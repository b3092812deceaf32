package lianqiao.routing;

import java.util.Collection;
import java.util.Map;

/** Gives what everybody may read of cases. Thread-safe. */
@FunctionalInterface
public interface PublicWords {
    /** Title and text by case number; those that are confidential or were taken back are missing. At most a thousand are asked for at once. */
    Map<String, String> of(Collection<String> caseNumbers);
}
