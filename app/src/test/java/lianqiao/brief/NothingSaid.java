package lianqiao.brief;

import java.util.Collection;
import java.util.List;
import lianqiao.base.Contribution;
import lianqiao.base.Contributions;

/** Contributions of a town in which nobody has spoken. */
final class NothingSaid implements Contributions {
    @Override public List<Contribution> after(long key, int most) {
        return List.of();
    }

    @Override public List<Contribution> of(Collection<Long> keys) {
        return List.of();
    }
}
