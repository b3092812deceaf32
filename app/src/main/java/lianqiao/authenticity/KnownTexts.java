package lianqiao.authenticity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lianqiao.base.Contribution;
import lianqiao.base.Contributions;

/** The texts that were looked at last, so that a flood is not read again for each of its copies. A text that may no longer be read is empty. */
final class KnownTexts {
    private static final int MOST = 20_000;

    private final Contributions contributions;
    private final Map<Long, String> texts = new LinkedHashMap<>(64, 0.75f, true) {
        @Override protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
            return size() > MOST;
        }
    };

    KnownTexts(Contributions contributions) {
        this.contributions = contributions;
    }

    void keep(Contribution one) {
        texts.put(one.key(), one.words());
    }

    String of(long key) {
        var known = texts.get(key);
        if (known != null) return known;
        var read = contributions.of(List.of(key)).stream().findFirst().map(Contribution::words).orElse("");
        texts.put(key, read);
        return read;
    }
}
