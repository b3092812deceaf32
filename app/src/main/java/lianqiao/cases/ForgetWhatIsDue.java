package lianqiao.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets what residents asked to be forgotten, the contacts of cases closed long ago, and photos that were sent and never
 * used. In portions; broken off anywhere, the next run goes on.
 */
public final class ForgetWhatIsDue {
    /** A photo may wait in a form that is corrected, or in a proposal to show it blackened; nothing waits that long. */
    static final Duration LOOSE_PHOTOS_KEPT = Duration.ofDays(90);
    /** A closed case can be taken up again for a while, and its resident must be reachable then. */
    public static final Duration SHORTEST = Duration.ofDays(180);
    private static final Logger LOG = LoggerFactory.getLogger(ForgetWhatIsDue.class);
    private static final int AT_ONCE = 200;
    private static final int MOST_TURNS = 100;

    private final Forgetting forgetting;
    private final Duration contactsKept;

    /** @param contactsKept how long after closing; {@link #SHORTEST} or longer */
    public ForgetWhatIsDue(Forgetting forgetting, Duration contactsKept) {
        if (contactsKept.compareTo(SHORTEST) < 0) throw new IllegalArgumentException("contacts must be kept for 180 days or longer");
        this.forgetting = forgetting;
        this.contactsKept = contactsKept;
    }

    public void run(Instant now) {
        inPortions(() -> carryOut(now));
        inPortions(() -> forgetting.forgetContacts(now.minus(contactsKept), AT_ONCE, now));
        inPortions(() -> forgetting.forgetLoosePhotos(now.minus(LOOSE_PHOTOS_KEPT), AT_ONCE));
    }

    private int carryOut(Instant now) {
        var due = forgetting.due(now, AT_ONCE);
        for (var number : due) {
            try {
                forgetting.carryOut(number, now);
            } catch (RuntimeException e) {
                // One that breaks must not stand in the way of all others; it is tried again in an hour.
                LOG.error("the words of case {} could not be forgotten", number, e);
                forgetting.postpone(number, now.plus(Duration.ofHours(1)));
            }
        }
        return due.size();
    }

    private static void inPortions(IntSupplier forget) {
        int turns = 0;
        while (turns++ < MOST_TURNS && forget.getAsInt() == AT_ONCE) continue;
    }
}
