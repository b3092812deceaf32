package lianqiao.offices;

import java.util.Locale;
import lianqiao.base.Public;
import lianqiao.base.Text;
import org.jspecify.annotations.Nullable;

/**
 * An office that handles cases. {@code parent} is the office above it, null only for the root. {@code duties} say in
 * plain words what it is there for; {@code phone} is its public number, empty when it has none. An office that is not
 * {@code active} gets no new cases and keeps its page and its past.
 */
public record Office(OfficeCode code, @Nullable OfficeCode parent, Text name, Kind kind, Text duties, String phone,
                     boolean active) implements Public {
    /** What sort of office it is. Scoreboards compare an office with its own kind only. */
    public enum Kind implements Public {
        /** The city's government itself, root of the tree: leaders sit here. */
        GOVERNMENT,
        /** The hotline (12345): takes calls, sends cases to offices, decides disputes, gets what no rule sends elsewhere. */
        HOTLINE,
        /** A department of the city. */
        DEPARTMENT,
        /** The government of a district of the city. */
        DISTRICT,
        /** The government of a county. */
        COUNTY,
        /** A street or town office (街道、乡镇), nearest to the residents. */
        STREET;

        /** The key of its name in the words files. */
        public String word() {
            return "offices.kind." + name().toLowerCase(Locale.ROOT);
        }
    }
}
