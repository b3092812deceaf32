package lianqiao.search;

import java.util.Locale;
import lianqiao.base.Public;

/** By what a result can be narrowed. The codes are those of the case: a state's name, codes of the directory, a year. */
public enum Facet implements Public {
    STATE, SERVICE, AREA,
    /** The lead office. */
    OFFICE,
    /** The year of receipt, four digits. */
    YEAR;

    /** The name of the field in the index, and of the parameter in a link. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
