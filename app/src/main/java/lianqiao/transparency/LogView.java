package lianqiao.transparency;

import java.time.Instant;
import java.util.List;
import lianqiao.base.Public;
import org.jspecify.annotations.Nullable;

/**
 * The log as its page shows it.
 *
 * @param key of the log, as one line for the list of whoever checks it
 * @param size entries under the newest checkpoint
 * @param root over them, in base64
 * @param signedAt null before the first checkpoint
 * @param quorum how many witnesses must have signed before a receipt is given out
 * @param broughtBack entries whose steps were lost when the database was put back to an earlier day
 */
public record LogView(String origin, String key, long size, String root, @Nullable Instant signedAt, Trouble trouble, int quorum,
        List<Seen> witnesses, long broughtBack) implements Public {

    /** What a witness has signed last; {@code at} is null when it has signed nothing yet. */
    public record Seen(String name, String key, long size, @Nullable Instant at) implements Public {}
}
