package lianqiao.identity;

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
import lianqiao.identity.Keys.Sealed;
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
    record SealedContact(ResidentId owner, Sealed sealed) {}

    /**
     * Enters the resident or finds the one with the same contact, in one round trip. Empty only when somebody else
     * enters the same contact at this very moment: ask again. Whoever is found cannot be forgotten before the transaction ends.
     */
    Optional<Known> enterOrFind(ResidentId fresh, String lookup, Sealed contact, Language language, Instant now) {
        return database.sql().sql("""
                with entered as (
                    insert into resident (jurisdiction, id, lookup, key_id, sealed, language, since) values (?, ?, ?, ?, ?, ?, ?)
                    on conflict (jurisdiction, lookup) do nothing returning id, language),
                found as (select id, language from resident where jurisdiction = ? and lookup = ? for key share)
                select id, language from entered union all select id, language from found limit 1""")
                .params(jurisdiction, fresh.value(), lookup, contact.keyId(), contact.bytes(), language.name(), Timestamp.from(now),
                        jurisdiction, lookup)
                .query((row, _) -> new Known(new ResidentId(row.getObject("id", UUID.class)), Language.valueOf(row.getString("language"))))
                .optional();
    }

    Optional<Known> find(String lookup) {
        return database.sql().sql("select id, language from resident where jurisdiction = ? and lookup = ?").params(jurisdiction, lookup)
                .query((row, _) -> new Known(new ResidentId(row.getObject("id", UUID.class)), Language.valueOf(row.getString("language"))))
                .optional();
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

    Map<ResidentId, Sealed> contacts(Collection<ResidentId> residents) {
        return database.sql().sql("select id, key_id, sealed from resident where jurisdiction = ? and id = any (?)")
                .params(jurisdiction, residents.stream().map(ResidentId::value).toArray(UUID[]::new))
                .query((row, _) -> new SealedContact(new ResidentId(row.getObject("id", UUID.class)),
                        new Sealed(row.getString("key_id"), row.getBytes("sealed"))))
                .list().stream().collect(Collectors.toMap(SealedContact::owner, SealedContact::sealed));
    }

    /** Those whose contact is sealed with one of these keys, in the order of their ids. */
    List<SealedContact> sealedWith(List<String> keyIds, Optional<ResidentId> after, int most) {
        return database.sql().sql("select id, key_id, sealed from resident where jurisdiction = ? and id > ? and key_id = any (?) order by id limit ?")
                .params(jurisdiction, after.map(ResidentId::value).orElse(BEFORE_ALL), keyIds.toArray(String[]::new), most)
                .query((row, _) -> new SealedContact(new ResidentId(row.getObject("id", UUID.class)),
                        new Sealed(row.getString("key_id"), row.getBytes("sealed")))).list();
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

    void sealAgain(List<SealedContact> contacts) {
        database.batch("update resident set key_id = ?, sealed = ? where jurisdiction = ? and id = ?",
                contacts.stream().map(c -> new Object[] {c.sealed().keyId(), c.sealed().bytes(), jurisdiction, c.owner().value()}).toList());
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
