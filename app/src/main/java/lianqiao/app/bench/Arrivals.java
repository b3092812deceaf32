package lianqiao.app.bench;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * An open workload: people arrive when they arrive, whether or not those before them have been answered. Arrivals are
 * independent of one another (a Poisson stream with a fixed count), and each duration is counted from the moment the
 * arrival was planned for, so a server that stalls is charged for everybody who waits meanwhile.
 */
final class Arrivals {
    private static final int MOST_SECONDS_LATE = 60;
    private static final long FAILED = -1;

    /**
     * What was measured.
     *
     * @param nanos for each arrival how long it took; negative when it failed or was never answered
     * @param seconds from the first planned arrival to the last answer
     */
    record Measured(long[] nanos, double seconds) {
        Latencies of(IntPredicate which) {
            return Latencies.of(IntStream.range(0, nanos.length).filter(i -> nanos[i] >= 0 && which.test(i)).mapToLong(i -> nanos[i]));
        }

        Latencies all() {
            return of(_ -> true);
        }

        long failed() {
            return Arrays.stream(nanos).filter(n -> n < 0).count();
        }

        double perSecond() {
            return (nanos.length - failed()) / seconds;
        }
    }

    private Arrivals() {}

    /** @param send begins to serve the i-th arrival and promises whether that went well */
    static Measured run(double perSecond, int seconds, Random random, IntFunction<CompletableFuture<Boolean>> send) {
        int count = (int) Math.round(perSecond * seconds);
        var planned = random.doubles(count).mapToLong(share -> (long) (share * seconds * 1e9)).sorted().toArray();
        var took = new long[count];
        Arrays.fill(took, FAILED);
        var open = new CountDownLatch(count);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            int arrival = i;
            long due = start + planned[i];
            waitFor(due);
            send.apply(i).whenComplete((well, _) -> {
                if (well != null && well) took[arrival] = System.nanoTime() - due;
                open.countDown();
            });
        }
        awaitLast(open);
        // Nobody may write into the answer once it is given away.
        return new Measured(took.clone(), Math.max(seconds, (System.nanoTime() - start) / 1e9));
    }

    private static void waitFor(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) LockSupport.parkNanos(left);
    }

    private static void awaitLast(CountDownLatch open) {
        try {
            open.await(MOST_SECONDS_LATE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
