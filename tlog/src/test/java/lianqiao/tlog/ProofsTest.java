package lianqiao.tlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Proofs are accepted when they are true and refused after any change: all small trees, and random large ones. */
class ProofsTest {
    private final Random chance = new Random(7);

    @Test void everyProofInEverySmallTreeIsAcceptedForItsOwnLeafAlone() throws Exception {
        var tree = new RandomTrees(70, chance);
        for (long size = 1; size <= 70; size++) {
            for (long index = 0; index < size; index++) {
                var proof = InclusionProof.of(index, size, tree.subtrees());
                assertTrue(proof.check(tree.leaf(index), tree.root(size)).isDone());
                assertFalse(proof.check(tree.leaf((index + 1) % 70), tree.root(size)).isDone());
                assertFalse(new InclusionProof((index + 1) % size, size, proof.hashes()).check(tree.leaf(index), tree.root(size)).isDone() && size > 1, size + "/" + index);
            }
        }
    }

    @Test void everyPairOfSizesIsConsistentAndNoOtherRootIs() throws Exception {
        var tree = new RandomTrees(70, chance);
        var other = Hash.ofLeaf(new byte[] {1, 2, 3});
        for (long from = 0; from <= 70; from++) {
            for (long to = from; to <= 70; to++) {
                var proof = ConsistencyProof.of(from, to, tree.subtrees());
                assertTrue(proof.check(tree.root(from), tree.root(to)).isDone(), from + " " + to);
                if (from == 0) continue;
                assertFalse(proof.check(other, tree.root(to)).isDone());
                assertFalse(proof.check(tree.root(from), other).isDone());
            }
        }
    }

    @Test void aChangedShortenedOrLengthenedProofIsRefused() throws Exception {
        for (int round = 0; round < 200; round++) {
            long size = 2 + chance.nextInt(900);
            var tree = new RandomTrees(size, chance);
            long index = chance.nextLong(size);
            var inclusion = InclusionProof.of(index, size, tree.subtrees());
            for (var wrong : spoiled(inclusion.hashes())) assertFalse(new InclusionProof(index, size, wrong).check(tree.leaf(index), tree.root(size)).isDone());
            long from = 1 + chance.nextLong(size - 1);
            var consistency = ConsistencyProof.of(from, size, tree.subtrees());
            for (var wrong : spoiled(consistency.hashes())) assertFalse(new ConsistencyProof(from, size, wrong).check(tree.root(from), tree.root(size)).isDone());
        }
    }

    private List<List<Hash>> spoiled(List<Hash> hashes) {
        var longer = new ArrayList<>(hashes);
        longer.add(Hash.OF_NOTHING);
        var changed = new ArrayList<>(hashes);
        changed.set(chance.nextInt(hashes.size()), Hash.OF_NOTHING);
        return List.of(longer, changed, hashes.subList(0, hashes.size() - 1));
    }

    @Test void aTreeStoredAsItsEdgeGrowsOnToTheSameRoots() {
        for (int round = 0; round < 100; round++) {
            var all = new RandomTrees(300, chance);
            var tree = new Tree();
            for (int i = 0; i < 300; i++) {
                if (chance.nextInt(10) == 0) tree = Tree.of(tree.size(), tree.edge());
                tree.append(all.leaf(i));
            }
            assertEquals(all.root(300), tree.root());
            assertEquals(tree, tree.copy());
        }
    }

    @Test void sizesThatCannotBeAreRefusedWithoutHarm() {
        for (long size : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertFalse(new InclusionProof(-1, size, List.of()).check(Hash.OF_NOTHING, Hash.OF_NOTHING).isDone());
            assertFalse(new InclusionProof(Long.MAX_VALUE, size, List.of()).check(Hash.OF_NOTHING, Hash.OF_NOTHING).isDone());
            assertFalse(new ConsistencyProof(-5, size, List.of()).check(Hash.OF_NOTHING, Hash.OF_NOTHING).isDone());
            assertFalse(new ConsistencyProof(Long.MAX_VALUE, Long.MAX_VALUE - 1, List.of()).check(Hash.OF_NOTHING, Hash.OF_NOTHING).isDone());
        }
        assertEquals(0, new ConsistencyProof(0, Long.MAX_VALUE, List.of()).check(Hash.OF_NOTHING, Hash.OF_NOTHING).map(_ -> 0).orThrow());
    }
}
