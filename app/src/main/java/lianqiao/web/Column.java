package lianqiao.web;

import java.util.Locale;

/** The columns of a government site that our pages belong to, for the meta tags ColumnName and ColumnType. */
public enum Column {
    HOME, CASES, ASK, ORGANISATION, ANSWERS, FIGURES, ABOUT;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String nameKey() {
        return "web.column." + key();
    }

    public String typeKey() {
        return "web.column-type." + key();
    }
}
