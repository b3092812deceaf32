package lianqiao.store;

import java.io.ByteArrayOutputStream;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The salts of the commitments in the leaves of events, one row for each leaf. */
final class SaltStore {
    private final Database database;

    SaltStore(Database database) {
        this.database = database;
    }

    /** The fields of a leaf in the order in which {@link #bytes} holds their salts; none for an event without a leaf. */
    static String[] names(Leaves.@Nullable Leaf leaf) {
        return leaf == null ? new String[0] : leaf.salts().keySet().stream().sorted().toArray(String[]::new);
    }

    static byte[] bytes(Leaves.@Nullable Leaf leaf) {
        var bytes = new ByteArrayOutputStream();
        for (var name : names(leaf)) bytes.writeBytes(Objects.requireNonNull(leaf).salts().get(name));
        return bytes.toByteArray();
    }

    Map<String, byte[]> of(String subject, int number) {
        return database.sql().sql("select fields, salts from event_salts where jurisdiction = ? and subject = ? and number = ?")
                .params(database.jurisdiction().code(), subject, number)
                .query((row, i) -> read(row)).optional().orElse(Map.of());
    }

    Map<Integer, List<String>> fields(String subject) {
        var fields = new TreeMap<Integer, List<String>>();
        database.sql().sql("select number, fields from event_salts where jurisdiction = ? and subject = ? and cardinality(fields) > 0")
                .params(database.jurisdiction().code(), subject)
                .query(row -> { fields.put(row.getInt(1), List.of((String[]) row.getArray(2).getArray())); });
        return fields;
    }

    void forget(String subject, int number, Collection<String> fields) {
        database.inTransaction(() -> {
            var kept = new TreeMap<>(of(subject, number));
            if (!kept.keySet().removeAll(fields)) return;
            var bytes = new ByteArrayOutputStream();
            kept.values().forEach(bytes::writeBytes);
            database.sql().sql("update event_salts set fields = ?, salts = ? where jurisdiction = ? and subject = ? and number = ?")
                    .params(kept.keySet().toArray(String[]::new), bytes.toByteArray(), database.jurisdiction().code(), subject, number).update();
        });
    }

    private static Map<String, byte[]> read(ResultSet row) throws SQLException {
        Array names = row.getArray("fields");
        var all = List.of((String[]) names.getArray());
        var bytes = row.getBytes("salts");
        var salts = new TreeMap<String, byte[]>();
        for (int i = 0; i < all.size(); i++) salts.put(all.get(i), Arrays.copyOfRange(bytes, i * Leaves.SALT_BYTES, (i + 1) * Leaves.SALT_BYTES));
        return salts;
    }
}
