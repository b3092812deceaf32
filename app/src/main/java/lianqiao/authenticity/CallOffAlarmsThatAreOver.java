package lianqiao.authenticity;

import java.time.Instant;

/** Ends the check for all when the flood that began it has been over for a quarter of an hour. What an operator began stays. */
public final class CallOffAlarmsThatAreOver {
    private final Alarm alarm;

    public CallOffAlarmsThatAreOver(Alarm alarm) {
        this.alarm = alarm;
    }

    public void run(Instant now) {
        alarm.callOffWhenQuiet(now);
    }
}
