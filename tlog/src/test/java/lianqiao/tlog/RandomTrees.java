package lianqiao.tlog;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Trees of random entries, and the definition of RFC 6962 written down once more, naively, to compare with. */
final class RandomTrees {
    private final List<Hash> leaves = new ArrayList<>();

    RandomTrees(long size, RandomGenerator chance) {
        for (long i = 0; i < size; i++) {
            var entry = new byte[chance.nextInt(40)];
            chance.nextBytes(entry);
            leaves.add(Hash.ofLeaf(entry));
        }
    }

    RandomTrees(List<byte[]> entries) {
        entries.forEach(entry -> leaves.add(Hash.ofLeaf(entry)));
    }

    Hash leaf(long index) {
        return leaves.get((int) index);
    }

    /** The root of the first entries, straight from the definition. */
    Hash root(long size) {
        return root(leaves.subList(0, (int) size));
    }

    private static Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) return Hash.OF_NOTHING;
        if (leaves.size() == 1) return leaves.getFirst();
        int k = 1;
        while (k * 2 < leaves.size()) k *= 2;
        return Hash.ofNode(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }

    /** The complete subtrees, by the definition. */
    Subtrees subtrees() {
        return (height, number) -> root(leaves.subList((int) (number << height), (int) (number + 1 << height)));
    }
}
