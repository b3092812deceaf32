package lianqiao.authenticity;

import java.util.Arrays;

/**
 * Which texts belong together: each text in an element, elements joined by a union-find that keeps the older root, and the
 * texts of a group in a ring, so that two groups join in one step. Numbers from 0 as they come; not thread-safe.
 */
final class Groups {
    private int[] parent;
    private int[] ring;
    private int[] medoid;
    private int[] members;
    private int size;

    Groups(int room) {
        parent = new int[room];
        ring = new int[room];
        medoid = new int[room];
        members = new int[room];
    }

    /** The next text, alone. */
    int add() {
        if (size == parent.length) grow();
        alone(size);
        return size++;
    }

    int size() {
        return size;
    }

    int root(int text) {
        int at = text;
        while (parent[at] != at) at = parent[at] = parent[parent[at]];
        return at;
    }

    int medoid(int root) {
        return medoid[root];
    }

    void medoid(int root, int text) {
        medoid[root] = text;
    }

    int members(int root) {
        return members[root];
    }

    /** The next text of the same group, going round. */
    int next(int text) {
        return ring[text];
    }

    /** Joins two groups; the older root stays, and its medoid. Answers the root. */
    int join(int one, int other) {
        int older = Math.min(root(one), root(other));
        int younger = Math.max(root(one), root(other));
        if (older == younger) return older;
        parent[younger] = older;
        members[older] += members[younger];
        int kept = ring[older];
        ring[older] = ring[younger];
        ring[younger] = kept;
        return older;
    }

    /** Takes the texts of a group apart, all alone. */
    void scatter(int[] texts) {
        for (int text : texts) alone(text);
    }

    int[] texts(int text) {
        var all = new int[members[root(text)]];
        int at = text;
        for (int i = 0; i < all.length; i++, at = ring[at]) all[i] = at;
        Arrays.sort(all);
        return all;
    }

    private void alone(int text) {
        parent[text] = text;
        ring[text] = text;
        medoid[text] = text;
        members[text] = 1;
    }

    private void grow() {
        int room = Math.max(16, size * 2);
        parent = Arrays.copyOf(parent, room);
        ring = Arrays.copyOf(ring, room);
        medoid = Arrays.copyOf(medoid, room);
        members = Arrays.copyOf(members, room);
    }
}
