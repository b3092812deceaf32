package lianqiao.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * After a new key was added: seals what is still sealed with an earlier one, and gives residents from before there were such keys a key of their own, some 100,000 contacts a run, in small
 * portions that each stand for themselves. Broken off anywhere, the next run goes on; without an earlier key it does nothing.
 */
public final class SealContactsAgain {
    private static final int AT_ONCE = 500;
    private static final int MOST_TURNS = 200;

    private final Residents residents;
    private final OfficerLogins logins;
    private final Voices voices;
    /** Only saves reading again what has been looked at; lost at a restart without harm. */
    private Optional<ResidentId> reached = Optional.empty();

    public SealContactsAgain(Residents residents, OfficerLogins logins, Voices voices) {
        this.residents = residents;
        this.logins = logins;
        this.voices = voices;
    }

    /** @param now of no account here: keys know no time */
    public synchronized void run(Instant now) {
        logins.sealAgain(AT_ONCE);
        voices.sealAgain(AT_ONCE);
        int turns = 0;
        do reached = residents.sealAgain(reached, AT_ONCE); while (reached.isPresent() && ++turns < MOST_TURNS);
    }
}
