package lianqiao.offices;

import java.util.Locale;
import lianqiao.base.Public;
import org.jspecify.annotations.Nullable;

/**
 * Why a case goes to an office, as data. {@code service} and {@code area} are those of the rule that matched, null where
 * the rule leaves them open; the area can be wider than that of the case.
 */
public record RuleMatch(Kind kind, @Nullable ServiceCode service, @Nullable AreaCode area) implements Public {
    /** From the most specific to the least. */
    public enum Kind implements Public {
        /** A rule for this service in exactly this area. */
        SERVICE_AND_AREA,
        /** A rule for this service in an area around it. */
        SERVICE_AND_WIDER_AREA,
        /** A rule for this service everywhere. */
        SERVICE,
        /** A rule for this area, whatever the service. */
        AREA,
        /** A rule for an area around it, whatever the service. */
        WIDER_AREA,
        /** The rule for everything. */
        EVERYTHING,
        /** No rule at all: the hotline looks for the right office. */
        HOTLINE
    }

    /** The key of the explanation in the words files; {0} is the name of the service, {1} of the rule's area, {2} of the office. */
    public String why() {
        return "offices.route." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
