package lianqiao.channels;

import java.time.Instant;
import java.util.Optional;
import lianqiao.identity.ResidentId;
import lianqiao.identity.Residents;

/** Goes through all residents and destroys how to reach those whom no case and no subscription needs any more. */
public final class ForgetContactsNobodyNeeds {
    private static final int AT_ONCE = 1_000;

    private final Residents residents;
    private final OwnContact contacts;

    public ForgetContactsNobodyNeeds(Residents residents, OwnContact contacts) {
        this.residents = residents;
        this.contacts = contacts;
    }

    public void run(Instant now) {
        var from = Optional.<ResidentId>empty();
        for (var page = residents.after(from, AT_ONCE); !page.isEmpty(); page = residents.after(from, AT_ONCE)) {
            from = Optional.of(page.getLast());
            contacts.forgetIdle(page, now);
        }
    }
}
