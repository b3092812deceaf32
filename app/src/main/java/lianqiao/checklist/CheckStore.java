package lianqiao.checklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lianqiao.offices.OfficeCode;
import lianqiao.store.Database;

/** Rows of what was found in answers. It adds and reads; nothing is changed. */
final class CheckStore {
    private final Database database;
    private final String place;

    CheckStore(Database database) {
        this.database = database;
        this.place = database.jurisdiction().code();
    }

    void add(String caseNumber, int entry, OfficeCode office, Checked checked, Instant now) {
        database.sql().sql("""
                insert into answer_check (jurisdiction, case_number, entry, office, at, look, relevance, recycled, same, asks, answered)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(place, caseNumber, entry, office.text(), now.atOffset(ZoneOffset.UTC), checked.look().stream().sorted().map(Item::name).collect(Collectors.joining(",")),
                        checked.relevance(), checked.recycled(), checked.same(), checked.asks().size(), checked.answered())
                .update();
    }

    List<KeptCheck> of(String caseNumber) {
        return database.sql().sql("select entry, at, look, asks, answered from answer_check where jurisdiction = ? and case_number = ? order by entry limit 100")
                .params(place, caseNumber).query((row, i) -> new KeptCheck(row.getInt("entry"), row.getObject("at", OffsetDateTime.class).toInstant(), look(row.getString("look")),
                        row.getInt("asks"), row.getInt("answered"))).list();
    }

    List<OfficeAnswers> byOffice(Instant since) {
        return database.sql().sql("""
                select office, count(*) as answers,
                    count(*) filter (where not 'TAKEN_UP' = any (string_to_array(look, ','))) as "TAKEN_UP",
                    count(*) filter (where not 'WHO' = any (string_to_array(look, ','))) as "WHO",
                    count(*) filter (where not 'WHAT' = any (string_to_array(look, ','))) as "WHAT",
                    count(*) filter (where not 'WHEN' = any (string_to_array(look, ','))) as "WHEN",
                    count(*) filter (where not 'RULE' = any (string_to_array(look, ','))) as "RULE",
                    count(*) filter (where not 'OBJECTION' = any (string_to_array(look, ','))) as "OBJECTION"
                from answer_check where jurisdiction = ? and at >= ? group by office order by office limit 1000""")
                .params(place, since.atOffset(ZoneOffset.UTC)).query((row, i) -> read(row)).list();
    }

    private static OfficeAnswers read(ResultSet row) throws SQLException {
        var having = new EnumMap<Item, Integer>(Item.class);
        for (var item : Checks.COUNTED) having.put(item, row.getInt(item.name()));
        return new OfficeAnswers(new OfficeCode(row.getString("office")), row.getInt("answers"), having);
    }

    private static Set<Item> look(String kept) {
        return Arrays.stream(kept.split(",")).filter(one -> !one.isEmpty()).map(Item::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
