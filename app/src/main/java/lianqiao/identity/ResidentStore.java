package lianqiao.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import lianqiao.base.Language;
import lianqiao.identity.Residents.Reveal;
import lianqiao.store.Database;

/** Rows of residents and of reveals. */
final class ResidentStore {
    private static final int MOST_REVEALS = 500;
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private final Database database;
    private final String jurisdiction;

    ResidentStore(Database database) {
        this.database = database;
        jurisdiction = database.jurisdiction().code();
    }

    /** A resident's row without the contact. */
    record Known(ResidentId id, Language language) {}

    /** A sealed contact and whose it is. */
    record SealedContact(ResidentId owner, Locked locked) {}

    /** A contact sealed anew, and by what it is found from now on. */
    record Renewed(SealedContact before, Locked locked, String lookup) {}

    /**
     * Enters the resident, under the last of {@code lookups}, or finds the one with the same contact under the first that fits, in one round trip. Empty only when somebody else
     * enters the same contact at this very moment: ask again. Whoever is found cannot be forgotten before the transaction ends.
     */
    Optional<Known> enterOrFind(ResidentId fresh, List<String> lookups, Locked contact, Language language, Instant now) {
        return database.sql().sql("""
                with found as (
                    select id, language from resident where jurisdiction = ? and lookup = any (?) order by array_position(?, lookup) limit 1 for key share),
                entered as (
                    insert into resident (jurisdiction, id, lookup, key_id, own_key, sealed, language, since)
                    select ?, ?, ?, ?, ?::bytea, ?::bytea, ?, ?::timestamptz where not exists (select 1 from found)
                    on conflict (jurisdiction, lookup) do nothing returning id, language)
                select id, language from found union all select id, language from entered limit 1""")
                .params(jurisdiction, lookups.toArray(String[]::new), lookups.toArray(String[]::new), jurisdiction, fresh.value(), lookups.getLast(),
                        contact.keyId(), contact.own(), contact.bytes(), language.name(), Timestamp.from(now))
                .query(ResidentStore::known).optional();
    }

    Optional<Known> find(List<String> lookups) {
        return database.sql().sql("select id, language from resident where jurisdiction = ? and lookup = any (?) order by array_position(?, lookup) limit 1")
                .params(jurisdiction, lookups.toArray(String[]::new), lookups.toArray(String[]::new)).query(ResidentStore::known).optional();
    }

    private static Known known(ResultSet row, int number) throws SQLException {
        return new Known(new ResidentId(row.getObject("id", UUID.class)), Language.valueOf(row.getString("language")));
    }

    void speaks(ResidentId resident, Language language) {
        database.sql().sql("update resident set language = ? where jurisdiction = ? and id = ?")
                .params(language.name(), jurisdiction, resident.value()).update();
    }

    Optional<Language> language(ResidentId resident) {
        return database.sql().sql("select language from resident where jurisdiction = ? and id = ?").params(jurisdiction, resident.value())
                .query((row, _) -> Language.valueOf(row.getString("language"))).optional();
    }

    Map<ResidentId, Language> languages(Collection<ResidentId> residents) {
        var languages = new HashMap<ResidentId, Language>();
        database.sql().sql("select id, language from resident where jurisdiction = ? and id = any (?)")
                .params(jurisdiction, residents.stream().map(ResidentId::value).toArray(UUID[]::new))
                .query(row -> { languages.put(new ResidentId(row.getObject("id", UUID.class)), Language.valueOf(row.getString("language"))); });
        return languages;
    }

    Map<ResidentId, Locked> contacts(Collection<ResidentId> residents) {
        return database.sql().sql("select id, key_id, own_key, sealed from resident where jurisdiction = ? and id = any (?)")
                .params(jurisdiction, residents.stream().map(ResidentId::value).toArray(UUID[]::new))
                .query(ResidentStore::contact).list().stream().collect(Collectors.toMap(SealedContact::owner, SealedContact::locked));
    }

    /** Those whose contact is sealed with one of these keys or has no own key, in the order of their ids. */
    List<SealedContact> sealedWith(List<String> keyIds, Optional<ResidentId> after, int most) {
        return database.sql().sql("select id, key_id, own_key, sealed from resident where jurisdiction = ? and id > ? and (key_id = any (?) or own_key is null) order by id limit ?")
                .params(jurisdiction, after.map(ResidentId::value).orElse(BEFORE_ALL), keyIds.toArray(String[]::new), most)
                .query(ResidentStore::contact).list();
    }

    /** Those from before residents had keys of their own, in the order of their ids. */
    List<SealedContact> withoutOwnKey(Optional<ResidentId> after, int most) {
        return database.sql().sql("select id, key_id, own_key, sealed from resident where jurisdiction = ? and id > ? and own_key is null order by id limit ?")
                .params(jurisdiction, after.map(ResidentId::value).orElse(BEFORE_ALL), most).query(ResidentStore::contact).list();
    }

    private static SealedContact contact(ResultSet row, int number) throws SQLException {
        return new SealedContact(new ResidentId(row.getObject("id", UUID.class)),
                new Locked(row.getString("key_id"), row.getBytes("own_key"), row.getBytes("sealed")));
    }

    /** Residents after one of them, in the order of their ids. */
    List<ResidentId> after(Optional<ResidentId> from, int most) {
        return database.sql().sql("select id from resident where jurisdiction = ? and id > ? order by id limit ?")
                .params(jurisdiction, from.map(ResidentId::value).orElse(BEFORE_ALL), most)
                .query((row, _) -> new ResidentId(row.getObject("id", UUID.class))).list();
    }

    /** Holds the rows of these residents, so that nobody new can come to need them before the transaction ends. */
    List<ResidentId> hold(Collection<ResidentId> residents) {
        return database.sql().sql("select id from resident where jurisdiction = ? and id = any (?) order by id for update")
                .params(jurisdiction, residents.stream().map(ResidentId::value).toArray(UUID[]::new))
                .query((row, _) -> new ResidentId(row.getObject("id", UUID.class))).list();
    }

    void forget(Collection<ResidentId> residents) {
        database.sql().sql("delete from resident where jurisdiction = ? and id = any (?)")
                .params(jurisdiction, residents.stream().map(ResidentId::value).toArray(UUID[]::new)).update();
    }

    Map<String, Long> sealedBy() {
        var counts = new TreeMap<String, Long>();
        database.sql().sql("select key_id, count(*) as contacts from resident where jurisdiction = ? group by key_id").params(jurisdiction)
                .query(row -> { counts.put(row.getString("key_id"), row.getLong("contacts")); });
        return counts;
    }

    /** Whose new lookup belongs to somebody else already, from before spellings were one, keeps the old one and stays who they are. */
    void sealAgain(List<Renewed> contacts) {
        database.batch("""
                update resident r set key_id = ?, own_key = ?, sealed = ?,
                    lookup = case when exists (select 1 from resident o where o.jurisdiction = r.jurisdiction and o.lookup = ? and o.id <> r.id) then r.lookup else ? end
                where jurisdiction = ? and id = ? and sealed = ?""",
                contacts.stream().map(c -> new Object[] {c.locked().keyId(), c.locked().own(), c.locked().bytes(), c.lookup(), c.lookup(),
                        jurisdiction, c.before().owner().value(), c.before().locked().bytes()}).toList());
    }

    void record(Reveal reveal) {
        database.sql().sql("insert into reveal (jurisdiction, resident, officer, purpose, at) values (?, ?, ?, ?, ?)")
                .params(jurisdiction, reveal.resident().value(), reveal.officer(), reveal.purpose(), Timestamp.from(reveal.at())).update();
    }

    List<Reveal> revealsOf(ResidentId resident) {
        return database.sql().sql("select * from reveal where jurisdiction = ? and resident = ? order by id desc limit " + MOST_REVEALS)
                .params(jurisdiction, resident.value()).query((row, _) -> new Reveal(resident, row.getString("officer"),
                        row.getString("purpose"), row.getTimestamp("at").toInstant())).list();
    }

    List<Reveal> revealsBy(String officer, Instant since) {
        return database.sql().sql("select * from reveal where jurisdiction = ? and officer = ? and at >= ? order by at desc limit " + MOST_REVEALS)
                .params(jurisdiction, officer, Timestamp.from(since))
                .query((row, _) -> new Reveal(new ResidentId(row.getObject("resident", UUID.class)), officer,
                        row.getString("purpose"), row.getTimestamp("at").toInstant())).list();
    }
}
