package lianqiao.authenticity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A count that was read now and then: how fast it grew, per minute that passed and never per reading, where the readings can be believed. */
final class Recording {
    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int NEIGHBOURS = 4;

    private Recording() {}

    /** What was read and when. */
    record Reading(Instant at, long count) {}

    /** A span between two readings. @param perMinute negative when entries were taken back; @param believed whether neither it nor its neighbours lie beside a gap */
    record Rate(Instant from, double minutes, long grown, boolean believed) {
        double perMinute() {
            return grown / minutes;
        }
    }

    /** Readings in the order of time; of several at one moment the last one counts. */
    static List<Rate> rates(List<Reading> readings) {
        var distinct = new ArrayList<Reading>();
        for (var one : readings) {
            if (!distinct.isEmpty() && distinct.getLast().at().equals(one.at())) distinct.removeLast();
            distinct.add(one);
        }
        var rates = new ArrayList<Rate>();
        for (int i = 1; i < distinct.size(); i++) {
            var from = distinct.get(i - 1);
            var to = distinct.get(i);
            rates.add(new Rate(from.at(), Duration.between(from.at(), to.at()).toMillis() / 60_000.0, to.count() - from.count(), isRegular(distinct, i)));
        }
        return rates;
    }

    private static boolean isRegular(List<Reading> readings, int at) {
        if (at <= NEIGHBOURS || at + NEIGHBOURS >= readings.size()) return false;
        for (int i = at - NEIGHBOURS; i <= at + NEIGHBOURS; i++) {
            var span = Duration.between(readings.get(i - 1).at(), readings.get(i).at());
            if (span.compareTo(SHORTEST) < 0 || span.compareTo(LONGEST) > 0) return false;
        }
        return true;
    }
}
