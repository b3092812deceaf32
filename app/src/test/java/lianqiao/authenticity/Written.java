package lianqiao.authenticity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lianqiao.base.Contribution;
import lianqiao.base.Contributions;
import lianqiao.base.Language;

/** What invented people wrote, in the order in which they wrote it. */
final class Written implements Contributions {
    private final List<Contribution> all = new ArrayList<>();
    private final Set<Long> concealed = new HashSet<>();

    /** By a voice of its own, in the topic "housing". */
    long by(long voice, boolean verified, String text, Instant at) {
        return by(voice, verified, text, "housing", "old-town", at);
    }

    long by(long voice, boolean verified, String text, String topic, String area, Instant at) {
        long key = all.size() + 1L;
        all.add(new Contribution(key, Contribution.Kind.CASE, "case-" + key, topic, Language.ZH, "", text, at, voice, verified, false, 0, area, topic));
        return key;
    }

    void conceal(long key) {
        concealed.add(key);
    }

    @Override public List<Contribution> after(long key, int most) {
        return all.stream().filter(one -> one.key() > key && !concealed.contains(one.key())).limit(most).toList();
    }

    @Override public List<Contribution> of(Collection<Long> keys) {
        return all.stream().filter(one -> keys.contains(one.key()) && !concealed.contains(one.key())).toList();
    }
}
