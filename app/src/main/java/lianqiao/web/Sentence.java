package lianqiao.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of a words file, taken apart once and filled many times.
 *
 * @param raw as it stands in the file
 * @param parts in their order: words as they are, and places
 */
record Sentence(String raw, List<Part> parts) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)(?:\\|([^|{}]*)\\|([^|{}]*))?}");

    /**
     * @param place which value stands here; -1 for words as they are
     * @param one what is said instead of the value 1; null when the value itself is said
     * @param many what is said instead of every other value; the words themselves when there is no place
     */
    private record Part(int place, @Nullable String one, String many) {
        String filled(String[] places) {
            if (place < 0) return many;
            if (place >= places.length) return "{" + place + "}";
            if (one == null) return places[place];
            return places[place].equals("1") ? one : many;
        }
    }

    static Sentence read(String raw) {
        var parts = new ArrayList<Part>();
        var found = PLACE.matcher(raw);
        int from = 0;
        for (; found.find(); from = found.end()) {
            if (found.start() > from) parts.add(new Part(-1, null, raw.substring(from, found.start())));
            parts.add(new Part(Integer.parseInt(found.group(1)), found.group(2), found.group(3) == null ? "" : found.group(3)));
        }
        if (from < raw.length()) parts.add(new Part(-1, null, raw.substring(from)));
        return new Sentence(raw, List.copyOf(parts));
    }

    String filled(String[] places) {
        if (parts.size() == 1 && parts.getFirst().place() < 0) return raw;
        var said = new StringBuilder(raw.length() + 32);
        for (var part : parts) said.append(part.filled(places));
        return said.toString();
    }
}
