package lianqiao.tlog;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Reads the entries of a range of a log, bundle after bundle and in order, some bundles ahead: reading waits for disk or
 * network and hashing for the processor, so both go on beside the check. Memory stays bounded: what is read ahead is of
 * ordinary size, and what is larger, up to 16 MB, is read alone when its turn comes.
 */
final class BundleReader {
    private static final int AHEAD = 24;
    private static final int ORDINARY = 1024 * 1024;

    /**
     * The entries of one bundle with their hashes, in the order of the tile.
     *
     * @param stored what the tile beside it holds; empty when it was not asked for or cannot be read
     * @param leaves what the entries say, as far as they are leaves; empty when it was not asked for
     */
    record Bundle(Tile tile, byte[] bytes, int[] ends, byte[] hashes, Optional<byte[]> stored, List<Outcome<LeafText>> leaves) {
        long first() {
            return tile.number() * Tile.FULL;
        }

        byte[] entry(int place) {
            return entry(bytes, ends, place);
        }

        static byte[] entry(byte[] bytes, int[] ends, int place) {
            return Arrays.copyOfRange(bytes, place == 0 ? 2 : ends[place - 1] + 2, ends[place]);
        }
    }

    /** Takes one bundle; answers whether to go on. */
    @FunctionalInterface
    interface Taker {
        boolean take(Bundle bundle) throws IOException;
    }

    private final LogSource source;
    private final boolean tiles;
    private final boolean leaves;

    /**
     * @param tiles whether the tiles beside the bundles are wanted too
     * @param leaves whether the entries are to be understood
     */
    BundleReader(LogSource source, boolean tiles, boolean leaves) {
        this.source = source;
        this.tiles = tiles;
        this.leaves = leaves;
    }

    /**
     * Hands over every bundle that holds an entry with {@code from} ≤ index &lt; {@code to}, in a log of {@code to} entries.
     *
     * @return done, or a refusal naming the first bundle that is missing or does not come out even
     */
    Outcome<Long> read(long from, long to, Taker taker) throws IOException {
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var ahead = new ArrayDeque<Future<Outcome<Bundle>>>();
            long bundles = Math.ceilDiv(to, Tile.FULL);
            long next = from / Tile.FULL;
            for (long number = next; number < bundles; number++) {
                for (; next < bundles && ahead.size() < AHEAD; next++) {
                    var tile = new Tile(0, next, Tile.width(0, next, to));
                    ahead.add(workers.submit(() -> read(tile, ORDINARY)));
                }
                var read = ahead.remove().get();
                // Too large to be read ahead, or a slip of the network: once more, alone.
                if (!read.isDone()) read = read(new Tile(0, number, Tile.width(0, number, to)), EntryBundle.LARGEST);
                switch (read) {
                    case Outcome.Refused<Bundle>(var by, var detail) -> { return stop(ahead, by, detail); }
                    case Outcome.Done<Bundle>(var bundle) -> { if (!taker.take(bundle)) return stop(ahead, Means.UNREADABLE, "stopped after entry " + bundle.first()); }
                }
            }
            return Outcome.done(to - from);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private static Outcome<Long> stop(ArrayDeque<Future<Outcome<Bundle>>> ahead, Means by, String detail) {
        ahead.forEach(future -> future.cancel(true));
        return Outcome.refused(by, detail);
    }

    private Outcome<Bundle> read(Tile tile, int most) {
        try {
            var bytes = source.bundle(tile, most);
            return switch (EntryBundle.ends(bytes, tile.width())) {
                case Outcome.Refused<int[]>(var by, var detail) -> Outcome.refused(by, tile.bundlePath() + ": " + detail);
                case Outcome.Done<int[]>(var ends) -> Outcome.done(new Bundle(tile, bytes, ends, hashes(bytes, ends), stored(tile), leaves(bytes, ends)));
            };
        } catch (IOException e) {
            return Outcome.refused(Means.UNREADABLE, tile.bundlePath() + " cannot be read");
        }
    }

    private Optional<byte[]> stored(Tile tile) {
        try {
            return tiles ? Optional.of(source.tile(tile)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private List<Outcome<LeafText>> leaves(byte[] bytes, int[] ends) {
        return leaves ? IntStream.range(0, ends.length).mapToObj(i -> LeafText.read(Bundle.entry(bytes, ends, i))).toList() : List.of();
    }

    private static byte[] hashes(byte[] bytes, int[] ends) {
        var hashes = new byte[ends.length * Hash.LENGTH];
        int from = 2;
        for (int i = 0; i < ends.length; i++) {
            Hash.ofLeaf(bytes, from, ends[i] - from).copyTo(hashes, i * Hash.LENGTH);
            from = ends[i] + 2;
        }
        return hashes;
    }
}
