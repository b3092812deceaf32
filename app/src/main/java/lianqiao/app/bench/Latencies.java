package lianqiao.app.bench;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Durations in order; percentiles are true ones, without buckets. */
record Latencies(long[] nanos) {
    static Latencies of(LongStream nanos) {
        return new Latencies(nanos.sorted().toArray());
    }

    int count() {
        return nanos.length;
    }

    /** The percentile in milliseconds, {@code share} from 0 to 1; NaN when there is none. */
    double ms(double share) {
        if (nanos.length == 0) return Double.NaN;
        return nanos[Math.clamp((int) Math.ceil(share * nanos.length) - 1, 0, nanos.length - 1)] / 1e6;
    }

    double p50() {
        return ms(0.50);
    }

    double p95() {
        return ms(0.95);
    }

    double p99() {
        return ms(0.99);
    }

    double worst() {
        return ms(1);
    }

    @Override public boolean equals(Object other) {
        return other instanceof Latencies that && Arrays.equals(nanos, that.nanos);
    }

    @Override public int hashCode() {
        return Arrays.hashCode(nanos);
    }

    @Override public String toString() {
        return "Latencies[" + nanos.length + "]";
    }
}
