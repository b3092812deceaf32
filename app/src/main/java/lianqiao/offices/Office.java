package lianqiao.offices;

import lianqiao.base.Public;
import lianqiao.base.Text;
import org.jspecify.annotations.Nullable;

/**
 * An office that handles cases. {@code parent} is the office above it, null only for the root. {@code duties} say in
 * plain words what it is there for; {@code phone} is its public number, empty when it has none. An office that is not
 * {@code active} gets no new cases and keeps its page and its past.
 */
public record Office(OfficeCode code, @Nullable OfficeCode parent, Text name, OfficeKind kind, Text duties, String phone,
                     boolean active) implements Public {}
