package lianqiao.authenticity;

import java.util.List;

/** The labels "counted apart" that stand today. */
record Labels(List<Label> all) {
    /** @param fold the fold as it is named today; @param upTo the last text it is about */
    record Label(long fold, long upTo) {}

    boolean apart(long key, long fold) {
        for (var label : all) if (label.fold() == fold && key <= label.upTo()) return true;
        return false;
    }
}
