package lianqiao.tlog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written once stays; what is served leads to the signed root for every size that was published. */
class LogFolderTest {
    @TempDir Path place;

    @Test void aLogThatGrowsInRandomStepsServesEverySizeItSigned() throws Exception {
        var folder = LogFolder.withoutSync(place);
        var entries = Vectors.entries(1500);
        var chance = new Random(3);
        var sizes = new java.util.ArrayList<Integer>();
        var tree = new Tree();
        while (tree.size() < entries.size()) {
            int to = (int) Math.min(entries.size(), tree.size() + 1 + chance.nextInt(chance.nextBoolean() ? 5 : 400));
            tree = folder.append(tree, entries.subList((int) tree.size(), to)).orThrow();
            assertTrue(folder.publish(Vectors.checkpoint(entries.subList(0, to))).isDone());
            sizes.add(to);
        }
        folder.dropPartials(0, 1500);
        for (int size : sizes) assertEquals(Vectors.tree(entries.subList(0, size)).root(), new Tiles(folder, size).root());
        var last = new Tile(0, 1, 10);   // this partial bundle is gone; the full one stands in its place
        assertArrayEquals(entries.get(256 + 9), EntryBundle.decode(folder.bundle(last), 10).orThrow().getLast());
    }

    @Test void theSameCallAfterACrashCompletesTheFilesAndAnotherHistoryIsRefused() throws Exception {
        var folder = LogFolder.at(place);
        var entries = Vectors.entries(600);
        var half = folder.append(new Tree(), entries.subList(0, 300)).orThrow();
        var done = folder.append(half, entries.subList(300, 600)).orThrow();
        Files.delete(place.resolve("tile/0/001"));
        Files.delete(place.resolve("tile/entries/002.p/88"));
        Files.writeString(place.resolve(".staging/half"), "half written when the power went");
        assertEquals(done, folder.append(half, entries.subList(300, 600)).orThrow());
        assertEquals(done.root(), new Tiles(folder, 600).root());
        assertFalse(Files.exists(place.resolve(".staging/half")));

        var other = Vectors.entries(600);
        other.set(599, Vectors.bytes("another end"));
        assertEquals(Means.WRITTEN_ONCE, by(folder.append(half, other.subList(300, 600))));
        assertEquals(Means.ROOT_OF_TILES, by(folder.append(Vectors.tree(other.subList(299, 599)), List.of())));
        assertEquals("r--r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(place.resolve("tile/0/000"))));
    }

    @Test void aCheckpointIsPublishedOnlyWhenTheTilesBearItOutAndNeverBackwards() throws Exception {
        var folder = LogFolder.withoutSync(place);
        var entries = Vectors.entries(9);
        var five = folder.append(new Tree(), entries.subList(0, 5)).orThrow();
        folder.append(five, entries.subList(5, 9)).orThrow();
        assertTrue(folder.publish(Vectors.checkpoint(entries)).isDone());
        assertTrue(folder.publish(Vectors.checkpoint(entries)).isDone());
        assertEquals(Means.SHRUNK, by(folder.publish(Vectors.checkpoint(entries.subList(0, 5)))));
        assertEquals(Means.ROOT_OF_TILES, by(folder.publish(Vectors.checkpoint(entries.reversed()))));
        assertArrayEquals(Vectors.checkpoint(entries).encode(), folder.checkpoint());
    }

    @Test void aBundleThatDoesNotComeOutEvenIsRefused() throws IOException {
        var bundle = EntryBundle.encode(List.of(Vectors.bytes("a"), new byte[0], new byte[EntryBundle.LONGEST_ENTRY]));
        assertEquals(3, EntryBundle.decode(bundle, 3).orThrow().size());
        assertEquals(0, EntryBundle.decode(bundle, 2).orThrow().getLast().length);
        for (int cut : new int[] {1, 2, 4, bundle.length - 1}) assertFalse(EntryBundle.decode(java.util.Arrays.copyOf(bundle, cut), 1).isDone());
        assertFalse(EntryBundle.decode(bundle, 4).isDone());
    }

    private static Means by(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).by();
    }
}
