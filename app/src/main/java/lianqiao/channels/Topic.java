package lianqiao.channels;

import java.util.Optional;
import lianqiao.base.CaseNumber;
import lianqiao.base.Public;
import lianqiao.offices.AreaCode;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.OfficerId;

/**
 * What one can subscribe to. An office brings the cases of the offices below it, an area those of the areas within it.
 *
 * @param code the case number, the code of the office or area; empty for everything
 */
public record Topic(Kind kind, String code) implements Public {
    /** The kinds of topic; the leader's brief is for the officer whose login is the code. */
    public enum Kind implements Public { CASE, OFFICE, AREA, ALL, BRIEF }

    public static Topic of(CaseNumber number) {
        return new Topic(Kind.CASE, number.text());
    }

    public static Topic of(OfficeCode office) {
        return new Topic(Kind.OFFICE, office.text());
    }

    public static Topic of(AreaCode area) {
        return new Topic(Kind.AREA, area.text());
    }

    /** Everything that is public. */
    public static Topic everything() {
        return new Topic(Kind.ALL, "");
    }

    /** The brief of every morning, for this officer. */
    public static Topic briefFor(OfficerId officer) {
        return new Topic(Kind.BRIEF, officer.text());
    }

    /** As it stands in addresses and in the database: {@code case:20261122-000017-4}, {@code office:lights}, {@code all}. */
    public String text() {
        var kindText = kind.name().toLowerCase(java.util.Locale.ROOT);
        return kind == Kind.ALL ? kindText : kindText + ":" + code;
    }

    /** Reads what {@link #text} wrote; empty for anything else. Whether there is such a thing is not asked here. */
    public static Optional<Topic> read(String text) {
        if (text.equals("all")) return Optional.of(everything());
        try {
            int colon = text.indexOf(':');
            var code = text.substring(colon + 1);
            return switch (colon < 0 ? "" : text.substring(0, colon)) {
                case "case" -> Optional.of(of(new CaseNumber(code)));
                case "office" -> Optional.of(of(new OfficeCode(code)));
                case "brief" -> Optional.of(briefFor(new OfficerId(code)));
                case "area" -> Optional.of(of(new AreaCode(code)));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
