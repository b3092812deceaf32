package lianqiao.authenticity;

import java.util.Arrays;

/** A hash table from longs to ints without a box for each; −1 where nothing is. */
final class LongTable {
    private long[] keys;
    private int[] values;
    private int size;

    LongTable(int room) {
        keys = new long[Integer.highestOneBit(Math.max(room, 16)) * 2];
        values = new int[keys.length];
        Arrays.fill(values, -1);
    }

    int size() {
        return size;
    }

    int get(long key) {
        return values[slot(key)];
    }

    /** @param value not −1 */
    void put(long key, int value) {
        int slot = slot(key);
        if (values[slot] == -1 && ++size * 4L > keys.length * 3L) {
            grow();
            slot = slot(key);
        }
        keys[slot] = key;
        values[slot] = value;
    }

    private int slot(long key) {
        int slot = (int) Mix.last(key) & keys.length - 1;
        while (values[slot] != -1 && keys[slot] != key) slot = slot + 1 & keys.length - 1;
        return slot;
    }

    private void grow() {
        var oldKeys = keys;
        var oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new int[keys.length];
        Arrays.fill(values, -1);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] == -1) continue;
            int slot = slot(oldKeys[i]);
            keys[slot] = oldKeys[i];
            values[slot] = oldValues[i];
        }
    }
}
