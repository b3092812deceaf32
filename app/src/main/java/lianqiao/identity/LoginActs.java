package lianqiao.identity;

import java.time.Instant;
import java.util.List;
import lianqiao.store.Database;

/**
 * What was done to the sign-ins of officers and by whom, for those who watch over the house. Never changed, never shortened:
 * whoever could reset a colleague's second factor in silence could act in their name. Thread-safe.
 */
public final class LoginActs {
    private static final int MOST = 500;
    private final CounterStore store;

    public LoginActs(Database database) {
        store = new CounterStore(database);
    }

    /** What can be done. */
    public enum Did { MADE, RESET, OPENED, CLOSED, SIGNED_OUT, PASSWORD, SECOND_FACTOR, PASSKEY_ADDED, PASSKEY_DROPPED, RECOVERY_USED }

    /** @param by who did it: the officer themselves or an administrator */
    public record LoginAct(String login, Did act, String by, Instant at) {}

    public void record(String login, Did act, String by, Instant now) {
        store.acted(new LoginAct(login, act, by, now));
    }

    /** The latest, at most 500. */
    public List<LoginAct> latest() {
        return store.acts(MOST);
    }
}
