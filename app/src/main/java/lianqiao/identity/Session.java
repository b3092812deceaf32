package lianqiao.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody is signed in on some device.
 *
 * @param id names it in lists; of no use for signing in
 * @param whose a resident's id or an officer's login
 * @param whole whether everything was proved; without it an officer can only set up the second factor
 * @param device coarse, like {@code Firefox · Android}; empty when it could not be told
 */
public record Session(UUID id, Kind kind, String whose, boolean whole, Way way, String device, Instant beganAt, Instant lastUsedAt) {
    /** Before something that opens doors is changed, the last sign-in must not be older than this. */
    public static final Duration FRESH = Duration.ofMinutes(15);

    /** Residents and officers are signed in apart, each with limits of their own. */
    public enum Kind {
        RESIDENT(Duration.ofDays(7), Duration.ofDays(30)),
        OFFICER(Duration.ofMinutes(30), Duration.ofHours(12));

        private final Duration idle;
        private final Duration longest;

        Kind(Duration idle, Duration longest) {
            this.idle = idle;
            this.longest = longest;
        }

        /** How long without a request. */
        public Duration idle() {
            return idle;
        }

        /** How long in any case. */
        public Duration longest() {
            return longest;
        }
    }

    /** By what somebody proved who they are. */
    public enum Way { PASSWORD, RECOVERY, PASSKEY, MAIL, PROVIDER }

    /** Whether the sign-in is recent enough to change what opens doors. */
    public boolean isFresh(Instant now) {
        return now.isBefore(beganAt.plus(FRESH));
    }

    /** The resident, for a session of one. */
    public ResidentId resident() {
        if (kind != Kind.RESIDENT) throw new IllegalStateException("not a resident's session");
        return new ResidentId(UUID.fromString(whose));
    }
}
