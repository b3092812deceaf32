package lianqiao.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lianqiao.base.CaseNumber;
import lianqiao.identity.ResidentId;
import lianqiao.privacy.Details;
import lianqiao.store.Database;

/** Rows of what is to be forgotten, and the forgetting itself. */
final class ForgetStore {
    private final Database database;
    private final String place;

    ForgetStore(Database database) {
        this.database = database;
        this.place = database.jurisdiction().code();
    }

    /** Enters a wish, or renews one that was settled; one that waits stays as it is. */
    void wish(CaseNumber number, Instant now, Instant notBefore) {
        database.sql().sql("""
                insert into forget_wish as w (jurisdiction, case_number, asked_at, not_before) values (?, ?, ?, ?)
                on conflict (jurisdiction, case_number) do update set asked_at = excluded.asked_at, not_before = excluded.not_before,
                    settled_at = null where w.settled_at is not null""")
                .params(place, number.text(), CaseStore.at(now), CaseStore.at(notBefore)).update();
    }

    Optional<Instant> wishOf(CaseNumber number) {
        return database.sql().sql("select not_before from forget_wish where jurisdiction = ? and case_number = ? and settled_at is null")
                .params(place, number.text()).query((row, i) -> CaseStore.instant(row, "not_before", Instant.EPOCH)).optional();
    }

    /** Whether there was a wish to settle. */
    boolean settle(CaseNumber number, Instant now) {
        return database.sql().sql("update forget_wish set settled_at = ? where jurisdiction = ? and case_number = ? and settled_at is null")
                .params(CaseStore.at(now), place, number.text()).update() == 1;
    }

    void postpone(CaseNumber number, Instant until) {
        database.sql().sql("update forget_wish set not_before = ? where jurisdiction = ? and case_number = ? and settled_at is null")
                .params(CaseStore.at(until), place, number.text()).update();
    }

    /** Closed cases whose wish is due, longest waiting first. */
    List<CaseNumber> due(Instant now, int most) {
        return database.sql().sql("""
                select w.case_number from forget_wish w
                join cases c on c.jurisdiction = w.jurisdiction and c.case_number = w.case_number and c.state in ('CLOSED', 'REFUSED')
                where w.jurisdiction = ? and w.settled_at is null and w.not_before <= ? order by w.not_before limit ?""")
                .params(place, CaseStore.at(now), most).query((row, i) -> new CaseNumber(row.getString(1))).list();
    }

    /** Cases that were closed before that moment and still know how to reach somebody. */
    List<CaseNumber> reachable(Instant closedBefore, int most) {
        return database.sql().sql("""
                select case_number from cases
                where jurisdiction = ? and resident_id is not null and closed_at is not null and closed_at < ? order by closed_at limit ?""")
                .params(place, CaseStore.at(closedBefore), most).query((row, i) -> new CaseNumber(row.getString(1))).list();
    }

    /** Photos that were kept before that moment and belong to no entry. */
    List<PhotoId> loosePhotos(Instant before, int most) {
        return database.sql().sql("select photo_id from photos where jurisdiction = ? and case_number is null and kept_at < ? order by kept_at limit ?")
                .params(place, CaseStore.at(before), most).query((row, i) -> new PhotoId(row.getObject(1, UUID.class))).list();
    }

    void forgetLoose(List<PhotoId> photos, Instant before) {
        database.sql().sql("select forget_loose_photos(?, ?, ?)")
                .params(place, CaseStore.at(before), photos.stream().map(PhotoId::id).toArray(UUID[]::new)).query(row -> { });
    }

    /** All photos of these entries, those with black boxes too. */
    List<PhotoId> photosOf(CaseNumber number, Collection<Integer> entries) {
        return database.sql().sql("select photo_id from photos where jurisdiction = ? and case_number = ? and number = any (?)")
                .params(place, number.text(), entries.toArray(Integer[]::new)).query((row, i) -> new PhotoId(row.getObject(1, UUID.class))).list();
    }

    /** Does in the rows what the act in that entry says. */
    void after(CaseNumber number, int entry, Act.AboutResident act) {
        switch (act) {
            case Act.WithdrawWords a -> words(number, entry, a.entries().contains(1));
            case Act.CorrectContact a -> database.sql().sql("update cases set resident_id = ? where jurisdiction = ? and case_number = ?")
                    .params(a.to().value(), place, number.text()).update();
            case Act.ForgetContact _ -> database.sql().sql("update cases set resident_id = null where jurisdiction = ? and case_number = ?")
                    .params(place, number.text()).update();
            default -> database.sql().sql("update cases set confidential = true where jurisdiction = ? and case_number = ?")
                    .params(place, number.text()).update();
        }
    }

    /** The mark of masked words stands in their place, so that every list, feed and letter already knows how to show it. */
    private void words(CaseNumber number, int act, boolean question) {
        database.sql().sql("select forget_words(?, ?, ?)").params(place, number.text(), act).query(row -> { });
        if (!question) return;
        database.sql().sql("""
                update cases set title = ?, body = ?, address = '', latitude = null, longitude = null
                where jurisdiction = ? and case_number = ?""").params(Details.MASK, Details.MASK, place, number.text()).update();
    }

    /** Those of these residents whom a case still names. */
    Set<ResidentId> named(Collection<ResidentId> residents) {
        return new HashSet<>(database.sql().sql("select distinct resident_id from cases where jurisdiction = ? and resident_id = any (?)")
                .params(place, residents.stream().map(ResidentId::value).toArray(UUID[]::new))
                .query((row, i) -> new ResidentId(row.getObject(1, UUID.class))).list());
    }
}
