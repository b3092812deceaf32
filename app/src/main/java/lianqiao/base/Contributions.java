package lianqiao.base;

import java.util.Collection;
import java.util.List;

/**
 * What people brought to the institution in public. A room of subjects hands it out; rooms that compare and count read it
 * and know no other door. What has been concealed meanwhile is not in any answer. Thread-safe.
 */
public interface Contributions {

    /** Those with a greater key, by key, at most so many, 1 or more; empty when there is no more yet. */
    List<Contribution> after(long key, int most);

    /** Those of these keys that may be read today, by key; at most a thousand are asked for at once. */
    List<Contribution> of(Collection<Long> keys);
}
