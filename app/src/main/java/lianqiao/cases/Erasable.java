package lianqiao.cases;

import java.util.ArrayList;
import java.util.List;
import lianqiao.store.Event;
import lianqiao.store.Leaves.Written;

/**
 * What people wrote in an entry, field by field: the public log commits to each of them apart, so that one can be erased
 * and all others stay provable. The names of the fields stand in docs/log-format.md.
 */
final class Erasable {
    private Erasable() {}

    /**
     * @param shown as everybody may read it, with personal details masked
     * @param photos digests of the photos that come with it, in hex
     */
    static List<Written> in(NewCase asked, NewCase shown, List<String> photos) {
        var fields = new ArrayList<Written>();
        add(fields, 1, "title", asked.title(), shown.title());
        add(fields, 1, "text", asked.body(), shown.body());
        add(fields, 1, "place", asked.address(), shown.address());
        if (asked.point() != null) fields.add(new Written(1, "point", asked.point().latitude() + "," + asked.point().longitude()));
        photos(fields, 1, photos);
        return fields;
    }

    /** Notes for the desk are no public step and are left out. */
    static List<Written> in(Act act, Event entry, List<String> photos) {
        var fields = new ArrayList<Written>();
        var words = Facts.words(act);
        add(fields, entry.number(), "text", words, PublicTexts.of(entry.name(), words));
        photos(fields, entry.number(), photos);
        return fields;
    }

    private static void photos(List<Written> fields, int entry, List<String> photos) {
        for (int i = 0; i < photos.size(); i++) fields.add(new Written(entry, "photo-" + (i + 1), photos.get(i)));
    }

    /** Where everybody reads less than was written, both are committed to: the masked words stay provable when the others are erased. */
    private static void add(List<Written> fields, int entry, String name, String value, String shown) {
        if (!value.isEmpty()) fields.add(new Written(entry, name, value));
        if (!shown.equals(value)) fields.add(new Written(entry, name + "-public", shown));
    }
}
