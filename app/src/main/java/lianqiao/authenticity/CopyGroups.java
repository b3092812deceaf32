package lianqiao.authenticity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Groups texts as they come: each newcomer is compared with those that share a key of its sketch, and joins the group of
 * the one it is most like, if it is also like the middle of that group. Holds sketches and keys, no texts; these are asked
 * for when two are compared. Nothing is kept that cannot be built anew from the texts and the undone folds. Every method
 * may be called by any thread, one at a time.
 */
public final class CopyGroups {
    private static final double WORTH_A_LOOK = 0.40;
    private static final int MOST_LOOKED_AT = 50;

    private final FoldRules rules;
    private final LongFunction<String> texts;
    private final Apart apart = new Apart();
    /** Texts of a group that is being formed anew, which have not come again yet. */
    private final BitSet waiting = new BitSet();
    private final Voices voices = new Voices();
    private final Groups groups;
    private final Bands bands;
    private final LongTable numberOf;
    private final LongTable firstOf;
    /** For each sketch the number of its text, and the other way round, −1 for a text without a sketch. */
    private int[] textOf;
    private int[] sketchOf;
    private long[] keys;
    /** Names of groups that became part of an older one since somebody asked. */
    private List<Long> givenUp = new ArrayList<>();

    /** @param room for how many texts to make room at first; @param texts the text of a key, as it was when it was added */
    public CopyGroups(FoldRules rules, int room, LongFunction<String> texts) {
        this.rules = rules;
        this.texts = texts;
        groups = new Groups(room);
        bands = new Bands(room);
        numberOf = new LongTable(room);
        firstOf = new LongTable(room);
        textOf = new int[room];
        sketchOf = new int[room];
        keys = new long[room];
    }

    /** A text that came; a key comes once. Answers why it was folded, or nothing when it stands alone so far. */
    public synchronized Optional<Fold> add(long key, long voice, String text) {
        if (numberOf.get(key) >= 0) return Optional.empty();
        int number = number(key, voice);
        var clean = Clean.of(text);
        return Optional.ofNullable(place(number, clean));
    }

    /**
     * A fold was undone: the text is taken out and never again in one group with the other. The group they share is formed
     * anew. Told again before the texts come when the index is built anew.
     */
    public synchronized void takeOut(long text, long from) {
        apart.keep(text, from);
        int a = numberOf.get(text);
        int b = numberOf.get(from);
        if (a >= 0 && b >= 0 && groups.root(a) == groups.root(b)) anew(groups.texts(a));
    }

    /** As {@link #takeOut} for many texts of one group at once: each stays apart from that one, and what is left is formed anew once. */
    synchronized void takeOut(Collection<Long> some, long from) {
        for (long text : some) if (text != from) apart.keep(text, from);
        int b = numberOf.get(from);
        if (b >= 0) anew(groups.texts(b));
    }

    private void anew(int[] together) {
        groups.scatter(together);
        for (int member : together) waiting.set(member);
        for (int member : together) {
            waiting.clear(member);
            place(member, Clean.of(texts.apply(keys[member])));
        }
    }

    /** The group of a text; a text that stands alone is a group of one. */
    public synchronized Optional<Echo> echo(long key) {
        int number = numberOf.get(key);
        if (number < 0) return Optional.empty();
        var members = groups.texts(number);
        var all = new ArrayList<Long>(members.length);
        for (int member : members) all.add(keys[member]);
        return Optional.of(new Echo(keys[groups.medoid(groups.root(number))], all, voices.different(members)));
    }

    /** The oldest text of the group of a text, which names the group; the text itself when it stands alone or never came. */
    public synchronized long group(long key) {
        int number = numberOf.get(key);
        return number < 0 ? key : keys[groups.root(number)];
    }

    /** The text in the middle of the group of a text; itself when it stands alone or never came. */
    synchronized long medoid(long key) {
        int number = numberOf.get(key);
        return number < 0 ? key : keys[groups.medoid(groups.root(number))];
    }

    /** Whether two texts are folded together. */
    public synchronized boolean together(long one, long other) {
        int a = numberOf.get(one);
        int b = numberOf.get(other);
        return a >= 0 && b >= 0 && groups.root(a) == groups.root(b);
    }

    public synchronized int size() {
        return groups.size();
    }

    private int number(long key, long voice) {
        int number = groups.add();
        if (number == keys.length) grow();
        keys[number] = key;
        sketchOf[number] = -1;
        numberOf.put(key, number);
        voices.add(voice);
        return number;
    }

    private @Nullable Fold place(int number, Clean clean) {
        if (clean.length() == 0) return null;
        int same = firstOf.get(clean.fingerprint());
        if (same < 0 || apart.isTakenOut(keys[same])) firstOf.put(clean.fingerprint(), number);
        else if (same != number && match(number, same, clean) instanceof Match equal && equal.likeness().bond() == Bond.SAME_TEXT) return fold(number, equal);
        if (clean.units() < rules.leastUnits()) return null;
        var sketch = new Sketch(Shingles.inOrder(clean, rules.shingle(clean.isDense())));
        var fold = join(number, clean, sketch);
        if (sketchOf[number] < 0) {
            if (bands.size() == textOf.length) textOf = Arrays.copyOf(textOf, textOf.length * 2);
            textOf[bands.size()] = number;
            sketchOf[number] = bands.add(sketch);
        }
        return fold;
    }

    private @Nullable Fold join(int number, Clean clean, Sketch sketch) {
        var matches = new ArrayList<Match>();
        for (int text : worthALook(number, sketch)) if (match(number, text, clean) instanceof Match match) matches.add(match);
        if (matches.isEmpty()) return null;
        matches.sort(Comparator.comparingDouble(match -> -match.likeness().jaccard()));
        var fold = fold(number, matches.getFirst());
        for (var match : matches) bridge(groups.root(number), groups.root(match.text()));
        renew(groups.root(number));
        return fold;
    }

    private Fold fold(int number, Match match) {
        unite(number, match.text());
        return new Fold(rules.version(), keys[number], keys[match.text()], match.likeness(), keys[match.medoid()], match.toMedoid());
    }

    /** Two groups between which a newcomer stands are one if their middles are copies of one another. */
    private void bridge(int one, int other) {
        if (one == other || !mayMeet(one, other)) return;
        var middle = Clean.of(texts.apply(keys[groups.medoid(one)]));
        if (like(middle, groups.medoid(other)).bond().folds()) unite(one, other);
    }

    private void unite(int one, int other) {
        int younger = Math.max(groups.root(one), groups.root(other));
        if (groups.join(one, other) != younger) givenUp.add(keys[younger]);
    }

    /** The names that groups have given up since this was asked last, because they became part of an older group. */
    synchronized List<Long> givenUp() {
        var names = givenUp;
        givenUp = new ArrayList<>();
        return names;
    }

    private boolean mayMeet(int one, int other) {
        if (apart.isEmpty()) return true;
        for (int text : groups.texts(one)) if (!mayJoin(text, other)) return false;
        return true;
    }

    /** A text the newcomer may be folded with. */
    private record Match(int text, Likeness likeness, int medoid, double toMedoid) {}

    private @Nullable Match match(int number, int text, Clean clean) {
        int root = groups.root(text);
        if (waiting.get(text) || apart.isTakenOut(keys[text]) || !mayJoin(number, root)) return null;
        var likeness = like(clean, text);
        if (!likeness.bond().folds()) return null;
        int medoid = groups.medoid(root);
        double toMedoid = medoid == text ? likeness.jaccard() : like(clean, medoid).jaccard();
        return toMedoid >= rules.toMedoid() ? new Match(text, likeness, medoid, toMedoid) : null;
    }

    /** The most like of those that share a key, by their sketches. */
    private int[] worthALook(int number, Sketch sketch) {
        var found = new Best(MOST_LOOKED_AT);
        bands.sharing(sketch, other -> {
            if (textOf[other] == number) return;
            double likeness = bands.likeness(sketch, other);
            if (likeness >= WORTH_A_LOOK) found.add(textOf[other], likeness);
        });
        return found.best();
    }

    private Likeness like(Clean clean, int text) {
        return Likeness.of(clean, Clean.of(texts.apply(keys[text])), rules);
    }

    private boolean mayJoin(int number, int root) {
        for (long other : apart.from(keys[number])) {
            int text = numberOf.get(other);
            if (text >= 0 && groups.root(text) == root) return false;
        }
        return true;
    }

    /** Each time a group has doubled, its middle is looked for anew. */
    private void renew(int root) {
        int members = groups.members(root);
        if (members < 4 || Integer.bitCount(members) > 1) return;
        groups.medoid(root, Middle.of(groups.texts(root), sketchOf, bands, groups.medoid(root)));
    }

    private void grow() {
        int room = Math.max(16, keys.length * 2);
        keys = Arrays.copyOf(keys, room);
        sketchOf = Arrays.copyOf(sketchOf, room);
    }

    /** All groups with more than one text, for a page of numbers; nothing is kept up to date in it. */
    public synchronized List<Echo> echoes() {
        var all = new ArrayList<Echo>();
        for (int number = 0; number < groups.size(); number++)
            if (groups.root(number) == number && groups.members(number) > 1) all.add(echo(keys[number]).orElseThrow());
        return all;
    }
}
