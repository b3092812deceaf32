package lianqiao.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lianqiao.base.CaseNumber;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;

/** Which photo belongs to which entry of which case; the pictures themselves are files. */
final class PhotoStore {
    private final Database database;
    private final String place;

    PhotoStore(Database database) {
        this.database = database;
        this.place = database.jurisdiction().code();
    }

    void add(PhotoId photo, int width, int height, byte[] digest, Instant now) {
        database.sql().sql("insert into photos (jurisdiction, photo_id, width, height, digest, kept_at) values (?, ?, ?, ?, ?, ?)")
                .params(place, photo.id(), width, height, digest, CaseStore.at(now)).update();
    }

    /** SHA-256 in hex of each of these that still belongs to no entry, in their order; ask before attaching. */
    List<String> digests(List<PhotoId> photos) {
        if (photos.isEmpty()) return List.of();
        var digests = new HashMap<UUID, String>();
        database.sql().sql("""
                select photo_id, encode(digest, 'hex') from photos
                where jurisdiction = ? and photo_id = any (?) and case_number is null and digest is not null""")
                .params(place, photos.stream().map(PhotoId::id).toArray(UUID[]::new))
                .query(row -> { digests.put(row.getObject(1, UUID.class), row.getString(2)); });
        return photos.stream().distinct().map(photo -> digests.get(photo.id())).filter(Objects::nonNull).toList();
    }

    /** Gives photos to an entry; a photo that already belongs to one stays where it is. */
    void attach(CaseNumber number, int entry, List<PhotoId> photos) {
        if (photos.isEmpty()) return;
        var rows = new ArrayList<Object[]>();
        for (var photo : photos) rows.add(new Object[] {number.text(), entry, place, photo.id()});
        database.batch("update photos set case_number = ?, number = ? where jurisdiction = ? and photo_id = ? and case_number is null", rows);
    }

    /**
     * The photos of a case by entry.
     *
     * @param asSent whether the reader may see them as they were sent; others see the blackened ones in their place, and none that is withheld
     */
    Map<Integer, List<PhotoId>> of(CaseNumber number, boolean asSent) {
        var photos = new HashMap<Integer, List<PhotoId>>();
        database.sql().sql("""
                select number, case when ? then photo_id else coalesce(shown_as, photo_id) end from photos
                where jurisdiction = ? and case_number = ? and covers is null and (? or not withheld) order by number, kept_at, photo_id""")
                .params(asSent, place, number.text(), asSent)
                .query(row -> { photos.computeIfAbsent(row.getInt(1), n -> new ArrayList<>()).add(new PhotoId(row.getObject(2, UUID.class))); });
        return photos;
    }

    /** The case a photo belongs to and its entry; empty while it belongs to none. */
    Optional<Photos.Home> home(PhotoId photo) {
        return database.sql().sql("""
                select case_number, number from photos where jurisdiction = ? and photo_id = ? and case_number is not null""")
                .params(place, photo.id())
                .query((row, i) -> new Photos.Home(new CaseNumber(row.getString(1)), row.getInt(2))).optional();
    }

    /** Shows a photo to everybody as another picture, which then belongs to the same entry, or as it is, or not at all. */
    void show(CaseNumber number, int entry, PhotoId photo, boolean withheld, @Nullable PhotoId instead) {
        database.sql().sql("update photos set withheld = ?, shown_as = ? where jurisdiction = ? and photo_id = ?")
                .params(withheld, instead == null ? null : instead.id(), place, photo.id()).update();
        if (instead == null) return;
        database.sql().sql("update photos set case_number = ?, number = ?, covers = ? where jurisdiction = ? and photo_id = ?")
                .params(number.text(), entry, photo.id(), place, instead.id()).update();
    }

    boolean exists(PhotoId photo) {
        return database.sql().sql("select count(*) from photos where jurisdiction = ? and photo_id = ?")
                .params(place, photo.id()).query(Integer.class).single() == 1;
    }
}
