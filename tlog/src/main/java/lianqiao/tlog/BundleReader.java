package lianqiao.tlog;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads the entries of a range of a log, bundle after bundle and in order, a few bundles ahead: reading waits for disk or
 * network and hashing for the processor, so both go on beside the check. Memory stays bounded by the bundles ahead.
 */
final class BundleReader {
    /** Bundles read ahead; a hostile log may make each 16 MB large. */
    private static final int AHEAD = 8;

    /** The entries of one bundle with their hashes, in the order of the tile. */
    record Bundle(Tile tile, byte[] bytes, int[] ends, byte[] hashes) {
        long first() {
            return tile.number() * Tile.FULL;
        }

        byte[] entry(int place) {
            return java.util.Arrays.copyOfRange(bytes, place == 0 ? 2 : ends[place - 1] + 2, ends[place]);
        }
    }

    /** Takes one bundle; answers whether to go on. */
    @FunctionalInterface
    interface Taker {
        boolean take(Bundle bundle) throws IOException;
    }

    private BundleReader() {}

    /**
     * Hands over every bundle that holds an entry with {@code from} ≤ index &lt; {@code to}, in a log of {@code to} entries.
     *
     * @return done, or a refusal naming the first bundle that is missing or does not come out even
     */
    static Outcome<Long> read(LogSource source, long from, long to, Taker taker) throws IOException {
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var ahead = new ArrayDeque<Future<Outcome<Bundle>>>();
            long bundles = (to + Tile.FULL - 1) / Tile.FULL;
            for (long next = from / Tile.FULL; next < bundles || !ahead.isEmpty();) {
                while (next < bundles && ahead.size() < AHEAD) {
                    var tile = new Tile(0, next, Tile.width(0, next, to));
                    ahead.add(workers.submit(() -> read(source, tile)));
                    next++;
                }
                switch (ahead.remove().get()) {
                    case Outcome.Refused<Bundle>(var by, var detail) -> { return stop(ahead, by, detail); }
                    case Outcome.Done<Bundle>(var bundle) -> { if (!taker.take(bundle)) return stop(ahead, Means.UNREADABLE, "stopped"); }
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

    private static Outcome<Bundle> read(LogSource source, Tile tile) {
        try {
            var bytes = source.bundle(tile);
            return switch (EntryBundle.ends(bytes, tile.width())) {
                case Outcome.Refused<int[]>(var by, var detail) -> Outcome.refused(by, tile.bundlePath() + ": " + detail);
                case Outcome.Done<int[]>(var ends) -> Outcome.done(new Bundle(tile, bytes, ends, hashes(bytes, ends)));
            };
        } catch (IOException e) {
            return Outcome.refused(Means.UNREADABLE, tile.bundlePath() + " cannot be read");
        }
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
