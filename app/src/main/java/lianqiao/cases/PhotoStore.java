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

    Map<Integer, List<PhotoId>> of(CaseNumber number) {
        var photos = new HashMap<Integer, List<PhotoId>>();
        database.sql().sql("select number, photo_id from photos where jurisdiction = ? and case_number = ? order by number, kept_at, photo_id")
                .params(place, number.text())
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

    boolean exists(PhotoId photo) {
        return database.sql().sql("select count(*) from photos where jurisdiction = ? and photo_id = ?")
                .params(place, photo.id()).query(Integer.class).single() == 1;
    }
}
