package lianqiao.insight;

import java.util.Collection;
import lianqiao.base.Signs;

/** Many names, each known by a number of 64 bits, and how long they may be. Never changed; thread-safe. */
final class NameTable {
    private static final int SHORTEST = 2;

    private final long[] names;
    private final long longest;

    private NameTable(int names, long longest) {
        this.names = new long[Integer.highestOneBit(Math.max(4, names) * 2 - 1) * 2];
        this.longest = longest;
    }

    static NameTable of(Collection<String> names) {
        var rows = names.stream().map(Signs::of).toList();
        var table = new NameTable(names.size(), rows.stream().mapToInt(Signs::length).max().orElse(0));
        rows.forEach(signs -> table.put(hash(signs, 0, signs.length())));
        return table;
    }

    /** The length of the longest name that begins here, 0 if none does. A name of words ends where a word ends. */
    int longest(Signs signs, int from, int most) {
        int found = 0;
        long hash = 7;
        for (int end = from; end < signs.length() && end - from < Math.min(most, longest) && signs.at(end) != Signs.BREAK; end++) {
            hash = hash * 0x9E3779B97F4A7C15L + signs.at(end);
            if (end + 1 - from >= SHORTEST && isEnd(signs, end) && contains(hash)) found = end + 1 - from;
        }
        return found;
    }

    private static boolean isEnd(Signs signs, int last) {
        return Signs.isDense(signs.at(last)) || last + 1 == signs.length() || !signs.isSign(last + 1) || Signs.isDense(signs.at(last + 1));
    }

    private static long hash(Signs signs, int from, int end) {
        long hash = 7;
        for (int i = from; i < end; i++) hash = hash * 0x9E3779B97F4A7C15L + signs.at(i);
        return hash;
    }

    private void put(long hash) {
        int at = slot(hash);
        names[at] = hash;
    }

    private boolean contains(long hash) {
        return names[slot(hash)] == hash;
    }

    private int slot(long hash) {
        int at = (int) ((hash ^ hash >>> 29) * 0x85EBCA6B >>> 7) & names.length - 1;
        while (names[at] != 0 && names[at] != hash) at = at + 1 & names.length - 1;
        return at;
    }
}
