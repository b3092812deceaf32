package lianqiao.authenticity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lianqiao.base.Contribution;

/**
 * What one node knows of the window in memory: groups of copies, and which of these belong together all the same, because
 * their phrases do or because an older text, no longer held here, gave them their name. Not thread-safe.
 */
final class FoldIndex {
    private final CopyGroups groups;
    private final KnownTexts texts;
    private final Set<Long> held = new HashSet<>();
    private final Set<Long> takenOut = new HashSet<>();
    /** Pairs of texts that are one fold without being copies here. */
    private final List<long[]> links = new ArrayList<>();
    private Components together = new Components();
    private long lastKey;
    private long lastApart;
    private long lastLink;

    FoldIndex(FoldRules rules, KnownTexts texts) {
        this.texts = texts;
        groups = new CopyGroups(rules, 1024, texts::of);
    }

    /** A text that came; why it was folded, if it was. */
    Optional<Fold> add(Contribution one) {
        texts.keep(one);
        held.add(one.key());
        lastKey = Math.max(lastKey, one.key());
        return groups.add(one.key(), one.voice(), one.words());
    }

    /** Names of folds that gave way since this was asked last, with the names they go by now. */
    Map<Long, Long> renamed() {
        var gone = new HashSet<Long>();
        for (long name : groups.givenUp()) {
            gone.add(name);
            gone.add(together.join(name, groups.group(name)));
        }
        return names(gone);
    }

    /** Two texts belong to one fold. Answers what was renamed by it. */
    Map<Long, Long> link(long key, long other) {
        links.add(new long[] {key, other});
        if (takenOut.contains(key) || takenOut.contains(other)) return Map.of();
        return names(Set.of(together.join(groups.group(key), groups.group(other))));
    }

    private Map<Long, Long> names(Set<Long> gone) {
        var names = new HashMap<Long, Long>();
        for (long name : gone) if (together.root(name) != name) names.put(name, together.root(name));
        return names;
    }

    /** Some texts were taken out; each stays apart from that other one. */
    void takeOut(List<Long> keys, long from) {
        takenOut.addAll(keys);
        groups.takeOut(keys, from);
        groups.givenUp();
        together = new Components();
        for (var link : links)
            if (!takenOut.contains(link[0]) && !takenOut.contains(link[1])) together.join(groups.group(link[0]), groups.group(link[1]));
    }

    /** The name of the fold of a text that is held here. */
    long fold(long key) {
        return together.root(groups.group(key));
    }

    /** The text shown for all of a fold, of those copies that this text is in. */
    long medoid(long key) {
        return groups.medoid(key);
    }

    boolean holds(long key) {
        return held.contains(key);
    }

    int size() {
        return held.size();
    }

    long lastKey() {
        return lastKey;
    }

    /** Everything up to this key is known, or too old to be. */
    void knowsUpTo(long key) {
        lastKey = Math.max(lastKey, key);
    }

    long lastApart() {
        return lastApart;
    }

    void heardApart(long id) {
        lastApart = id;
    }

    long lastLink() {
        return lastLink;
    }

    void heardLink(long id) {
        lastLink = id;
    }
}
