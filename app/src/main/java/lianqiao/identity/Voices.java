package lianqiao.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lianqiao.base.Outcome;
import lianqiao.base.VoiceKey;
import lianqiao.store.Database;

/**
 * One person, one voice in each campaign. Whatever tells who somebody is (verified identities, the contact in its one spelling)
 * is hashed under a secret drawn for that campaign. All such marks of one person belong to one voice, so that adding, leaving or
 * exchanging one of them gives no second voice. The secret lies in the vault and is destroyed after the count: then nobody can
 * tell any more whose a voice was or whether two campaigns heard the same person. Thread-safe.
 */
public final class Voices {
    private static final Pattern CAMPAIGN = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");
    private static final int MOST_OPEN = 1_000;
    private final Database database;
    private final VoiceStore store;
    private final Keys keys;
    private final Verified verified;

    /** What others have verified about a resident: texts that are always the same for the same person, at most a few. */
    public interface Verified {
        List<String> of(ResidentId resident);
    }

    public Voices(Database database, Keys keys, Verified verified) {
        this.database = database;
        this.keys = keys;
        this.verified = verified;
        store = new VoiceStore(database);
    }

    /** Draws the secret of a campaign; its name is small letters, digits and hyphens. Refused when it was used before. */
    public Outcome<Instant> open(String campaign, Instant now) {
        if (!CAMPAIGN.matcher(campaign).matches()) return Outcome.refused("identity.voices.name");
        return store.open(campaign, keys.seal(owner(campaign), Sealer.drawKey())) ? Outcome.done(now) : Outcome.refused("identity.voices.used");
    }

    /**
     * The voice of this resident, from now on counted if it was not yet. Refused when the campaign is not open or nothing is
     * known by which the person could be told from another. When two who have spoken turn out to be one person, one voice becomes
     * the other and the count falls by one; whoever keeps voices asks again and finds the one that stayed.
     */
    public Outcome<VoiceKey> key(String campaign, ResidentId resident, Instant now) {
        var marks = marks(campaign, resident);
        if (marks.isEmpty()) return Outcome.refused("identity.voices.closed");
        return marks.get().isEmpty() ? Outcome.refused("identity.voices.nobody") : tie(campaign, marks.get());
    }

    /**
     * To be called when something new became known about a resident: wherever one mark of theirs has spoken, the others belong to
     * that voice from then on, even if the resident never comes there again with both.
     */
    public void tie(ResidentId resident, Instant now) {
        var texts = verified.of(resident);
        var contact = store.contact(resident).map(locked -> locked.open(keys, resident).canonical());
        var byCampaign = new HashMap<String, List<String>>();
        for (var one : store.open(MOST_OPEN)) byCampaign.put(one.campaign(), marks(one.campaign(), one.secret(), texts, contact));
        store.campaignsThatHeard(byCampaign.values().stream().flatMap(List::stream).toList()).forEach(campaign -> tie(campaign, byCampaign.get(campaign)));
    }

    /** How many persons have spoken. */
    public long counted(String campaign) {
        return store.counted(campaign);
    }

    /**
     * After the count: destroys the secret, and with it every way from a voice to a person. Nobody can speak there any more; the
     * number stays.
     */
    public void close(String campaign, Instant now) {
        store.close(campaign);
    }

    /** Empty when the campaign is not open. */
    private Optional<List<String>> marks(String campaign, ResidentId resident) {
        return store.find(campaign, resident).map(known ->
                marks(campaign, known.secret(), verified.of(resident), known.contact().map(locked -> locked.open(keys, resident).canonical())));
    }

    private List<String> marks(String campaign, Keys.Sealed sealed, List<String> texts, Optional<String> contact) {
        var secret = Sealer.hashing(keys.openBytes(owner(campaign), sealed));
        return Stream.concat(texts.stream().map(text -> Keys.hash(secret, "verified", text)), contact.stream().map(text -> Keys.hash(secret, "contact", text)))
                .sorted().distinct().toList();
    }

    /** Who comes with what is known already costs one look; only something new is written. */
    private Outcome<VoiceKey> tie(String campaign, List<String> marks) {
        var known = store.voices(campaign, marks);
        if (known.size() == marks.size() && new HashSet<>(known.values()).size() == 1) return Outcome.done(new VoiceKey(known.get(marks.getFirst())));
        return database.<Outcome<VoiceKey>>inTransaction(() -> {
            var fresh = store.enter(campaign, marks);
            var tied = store.voices(campaign, marks);
            if (tied.size() < marks.size()) return Outcome.refused("identity.voices.closed");
            var before = new HashMap<>(tied);
            before.keySet().removeAll(fresh);
            return Outcome.done(new VoiceKey(one(campaign, tied.values(), before.values())));
        });
    }

    /** A voice that was there before keeps its name: others may have written it down. */
    private String one(String campaign, Collection<String> all, Collection<String> before) {
        var others = new TreeSet<>(all);
        var stays = before.isEmpty() ? others.first() : Collections.min(before);
        others.remove(stays);
        if (!others.isEmpty()) store.become(campaign, others, stays);
        return stays;
    }

    /** Seals up to {@code most} secrets with the current key that are still sealed with an earlier one. */
    void sealAgain(int most) {
        if (keys.earlier().isEmpty()) return;
        var again = new HashMap<VoiceStore.SealedSecret, Keys.Sealed>();
        for (var old : store.sealedWith(keys.earlier(), most)) again.put(old, keys.seal(owner(old.campaign()), keys.openBytes(owner(old.campaign()), old.secret())));
        store.sealAgain(again);
    }

    private static String owner(String campaign) {
        return "voices of " + campaign;
    }
}
