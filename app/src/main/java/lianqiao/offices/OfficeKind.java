package lianqiao.offices;

import lianqiao.base.Public;

/** What sort of office it is. Scoreboards compare an office with its own kind only. */
public enum OfficeKind implements Public {
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
        return "offices.kind." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
