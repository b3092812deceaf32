package lianqiao.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lianqiao.identity.Keys.Sealed;
import lianqiao.store.Database;

/** Rows of voices. A row is a mark of somebody and the voice it belongs to; the voice is named after the first of its marks. */
final class VoiceStore {
    private final Database database;
    private final String jurisdiction;

    VoiceStore(Database database) {
        this.database = database;
        jurisdiction = database.jurisdiction().code();
    }

    /** What is needed to know somebody in a campaign. */
    record Known(Sealed secret, Optional<Locked> contact) {}

    /** The secret of a campaign, sealed. */
    record SealedSecret(String campaign, Sealed secret) {}

    boolean open(String campaign, Sealed secret) {
        return database.sql().sql("insert into voice_secret (jurisdiction, campaign, key_id, sealed) values (?, ?, ?, ?) on conflict do nothing")
                .params(jurisdiction, campaign, secret.keyId(), secret.bytes()).update() == 1;
    }

    /** The campaigns whose secret is still there. */
    List<SealedSecret> open(int most) {
        return database.sql().sql("select campaign, key_id, sealed from voice_secret where jurisdiction = ? and sealed is not null order by campaign limit ?")
                .params(jurisdiction, most).query(VoiceStore::secret).list();
    }

    private static SealedSecret secret(ResultSet row, int number) throws SQLException {
        return new SealedSecret(row.getString("campaign"), new Sealed(row.getString("key_id"), row.getBytes("sealed")));
    }

    Optional<Locked> contact(ResidentId resident) {
        return database.sql().sql("select key_id, own_key, sealed from resident where jurisdiction = ? and id = ?").params(jurisdiction, resident.value())
                .query((row, _) -> contact(row)).optional().flatMap(found -> found);
    }

    /** Where one of these marks has spoken. */
    List<String> campaignsThatHeard(List<String> marks) {
        return database.sql().sql("""
                select distinct v.campaign from voice_secret s join voice v on v.jurisdiction = s.jurisdiction and v.campaign = s.campaign
                where s.jurisdiction = ? and s.sealed is not null and v.mark = any (?)""")
                .params(jurisdiction, marks.toArray(String[]::new)).query(String.class).list();
    }

    /** Empty when the campaign is not open. */
    Optional<Known> find(String campaign, ResidentId resident) {
        return database.sql().sql("""
                select s.key_id as secret_key, s.sealed as secret, r.key_id, r.own_key, r.sealed from voice_secret s
                left join resident r on r.jurisdiction = s.jurisdiction and r.id = ?
                where s.jurisdiction = ? and s.campaign = ? and s.sealed is not null""")
                .params(resident.value(), jurisdiction, campaign)
                .query((row, _) -> new Known(new Sealed(row.getString("secret_key"), row.getBytes("secret")), contact(row))).optional();
    }

    private static Optional<Locked> contact(ResultSet row) throws SQLException {
        var sealed = row.getBytes("sealed");
        return sealed == null ? Optional.empty() : Optional.of(new Locked(row.getString("key_id"), row.getBytes("own_key"), sealed));
    }

    /** Whose voices these marks are, as far as they are known. */
    Map<String, String> voices(String campaign, List<String> marks) {
        var voices = new HashMap<String, String>();
        database.sql().sql("select mark, voice from voice where jurisdiction = ? and campaign = ? and mark = any (?)")
                .params(jurisdiction, campaign, marks.toArray(String[]::new))
                .query(row -> { voices.put(row.getString("mark"), row.getString("voice")); });
        return voices;
    }

    /**
     * Enters the marks that are not there yet, all for one voice named after the first, as long as the campaign is open; answers
     * which they were. Marks come sorted, so that two persons with several in common do not wait for each other in a ring.
     */
    List<String> enter(String campaign, List<String> marks) {
        return database.sql().sql("""
                insert into voice (jurisdiction, campaign, mark, voice)
                select ?, ?, m, ? from unnest(?) as m
                where exists (select 1 from voice_secret where jurisdiction = ? and campaign = ? and sealed is not null)
                order by m on conflict do nothing returning mark""")
                .params(jurisdiction, campaign, marks.getFirst(), marks.toArray(String[]::new), jurisdiction, campaign).query(String.class).list();
    }

    /** All marks of these voices are of that one voice from now on. */
    void become(String campaign, Collection<String> voices, String one) {
        database.sql().sql("update voice set voice = ? where jurisdiction = ? and campaign = ? and voice = any (?)")
                .params(one, jurisdiction, campaign, voices.toArray(String[]::new)).update();
    }

    long counted(String campaign) {
        return database.sql().sql("select count(*) from voice where jurisdiction = ? and campaign = ? and mark = voice")
                .params(jurisdiction, campaign).query(Long.class).single();
    }

    /** The row of the campaign stays, so that its name is not used again. */
    void close(String campaign) {
        database.sql().sql("update voice_secret set sealed = null where jurisdiction = ? and campaign = ?").params(jurisdiction, campaign).update();
    }

    List<SealedSecret> sealedWith(List<String> keyIds, int most) {
        return database.sql().sql("select campaign, key_id, sealed from voice_secret where jurisdiction = ? and sealed is not null and key_id = any (?) order by campaign limit ?")
                .params(jurisdiction, keyIds.toArray(String[]::new), most)
                .query(VoiceStore::secret).list();
    }

    /** The same secrets under another key; one that was destroyed meanwhile stays so. */
    void sealAgain(Map<SealedSecret, Sealed> secrets) {
        database.batch("update voice_secret set key_id = ?, sealed = ? where jurisdiction = ? and campaign = ? and sealed = ?",
                secrets.entrySet().stream().map(e -> new Object[] {e.getValue().keyId(), e.getValue().bytes(), jurisdiction,
                        e.getKey().campaign(), e.getKey().secret().bytes()}).toList());
    }
}
