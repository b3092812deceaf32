package lianqiao.channels;

import static lianqiao.channels.OutboxStore.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.identity.ResidentId;
import lianqiao.store.Database;

/** Rows of subscriptions and of the news for them. */
final class SubscriptionStore {
    private static final String COLUMNS = "id, resident, topic, language, state, asked_at, asked_times, told_up_to, letters";
    private final Database database;
    private final String place;

    SubscriptionStore(Database database) {
        this.database = database;
        this.place = database.jurisdiction().code();
    }

    /** Where a subscription stands. */
    enum State { ASKED, CONFIRMED, ENDED }

    /** A subscription as stored; whose address it is only the vault knows. */
    record Row(UUID id, ResidentId resident, Topic topic, Language language, State state, Instant askedAt, int askedTimes, long toldUpTo, int letters) {}

    /** One public step of a public case, for one topic. */
    record News(String topic, CaseNumber number, int entry, String event, Instant at) {}

    /** A slice of the news of a topic, for one subscription. */
    record Slice(UUID subscription, String topic, long from, long upTo) {}

    /**
     * Enters the wish, or renews an earlier one. Nothing happens when it is confirmed already or was entered after {@code notBefore}.
     *
     * @return the how-manieth asking this is; empty when nothing happened
     */
    Optional<Row> ask(UUID fresh, ResidentId resident, Topic topic, Language language, Instant now, Instant notBefore) {
        return database.sql().sql("""
                insert into subscription as s (jurisdiction, id, resident, topic, language, state, asked_at)
                values (?, ?, ?, ?, ?, 'ASKED', ?)
                on conflict (jurisdiction, resident, topic) do update set state = 'ASKED', language = excluded.language,
                    asked_at = excluded.asked_at, asked_times = s.asked_times + 1
                where s.state <> 'CONFIRMED' and s.asked_at <= ? returning\s""" + COLUMNS)
                .params(place, fresh, resident.value(), topic.text(), language.name(), at(now), at(notBefore))
                .query((row, i) -> read(row)).optional();
    }

    /** How many wishes were entered for this address since then. */
    int askedSince(ResidentId resident, Instant since) {
        return database.sql().sql("select count(*) from subscription where jurisdiction = ? and resident = ? and asked_at > ?")
                .params(place, resident.value(), at(since)).query(Integer.class).single();
    }

    /** Whoever subscribed to this brief, whatever became of it. */
    List<Row> briefs(Topic brief) {
        return database.sql().sql("select " + COLUMNS + " from subscription where jurisdiction = ? and topic = ? and topic like 'brief:%'")
                .params(place, brief.text()).query((row, i) -> read(row)).list();
    }

    /** Who gets the brief, at most so many. */
    List<Row> briefs(int most) {
        return database.sql().sql("select " + COLUMNS + " from subscription where jurisdiction = ? and topic like 'brief:%' and state = 'CONFIRMED' order by topic, id limit ?")
                .params(place, most).query((row, i) -> read(row)).list();
    }

    Optional<Row> find(UUID id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    Map<UUID, Row> find(Collection<UUID> ids) {
        var rows = new HashMap<UUID, Row>();
        database.sql().sql("select " + COLUMNS + " from subscription where jurisdiction = ? and id = any (?)")
                .params(place, ids.toArray(UUID[]::new)).query((row, i) -> read(row)).list().forEach(row -> rows.put(row.id(), row));
        return rows;
    }

    /** News begins with what happens after this moment. */
    void confirm(Row row, Instant now) {
        database.sql().sql("""
                update subscription set state = 'CONFIRMED', confirmed_at = ?, told_at = ?, fresh = false,
                    told_up_to = (select coalesce(max(n.id), 0) from news n where n.jurisdiction = ? and n.topic = ?)
                where jurisdiction = ? and id = ? and state = 'ASKED'""")
                .params(at(now), at(Instant.EPOCH), place, row.topic().text(), place, row.id()).update();
    }

    void end(UUID id, Instant now) {
        database.sql().sql("update subscription set state = 'ENDED', ended_at = ?, fresh = false where jurisdiction = ? and id = ? and state <> 'ENDED'")
                .params(at(now), place, id).update();
    }

    /** Ends what somebody gets about one topic. */
    void end(ResidentId resident, Topic topic, Instant now) {
        database.sql().sql("update subscription set state = 'ENDED', ended_at = ?, fresh = false where jurisdiction = ? and resident = ? and topic = ? and state <> 'ENDED'")
                .params(at(now), place, resident.value(), topic.text()).update();
    }

    /** Those of these who get news, or were asked after that moment whether they want to. */
    Set<ResidentId> needed(Collection<ResidentId> residents, Instant askedAfter) {
        return new HashSet<>(database.sql().sql("""
                select distinct resident from subscription
                where jurisdiction = ? and resident = any (?) and (state = 'CONFIRMED' or state = 'ASKED' and asked_at > ?)""")
                .params(place, ids(residents), at(askedAfter)).query((row, i) -> new ResidentId(row.getObject(1, UUID.class))).list());
    }

    /** Forgets all subscriptions of these; their opaque numbers. */
    List<UUID> forget(Collection<ResidentId> residents) {
        return database.sql().sql("delete from subscription where jurisdiction = ? and resident = any (?) returning id")
                .params(place, ids(residents)).query((row, i) -> row.getObject(1, UUID.class)).list();
    }

    private static UUID[] ids(Collection<ResidentId> residents) {
        return residents.stream().map(ResidentId::value).toArray(UUID[]::new);
    }

    /** Which of these topics somebody has subscribed to. */
    Set<String> wanted(Collection<String> topics) {
        return new HashSet<>(database.sql()
                .sql("select distinct topic from subscription where jurisdiction = ? and state = 'CONFIRMED' and topic = any (?)")
                .params(place, topics.toArray(String[]::new)).query(String.class).list());
    }

    /** Keeps news and marks the subscriptions it is for. */
    void write(Collection<News> news) {
        if (news.isEmpty()) return;
        database.batch("insert into news (jurisdiction, topic, case_number, number, event, at) values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                news.stream().map(n -> new Object[] {place, n.topic(), n.number().text(), n.entry(), n.event(), at(n.at())}).toList());
        database.sql().sql("update subscription set fresh = true where jurisdiction = ? and state = 'CONFIRMED' and not fresh and topic = any (?)")
                .params(place, news.stream().map(News::topic).distinct().toArray(String[]::new)).update();
    }

    /** Drops up to {@code most} pieces of news from before that moment; how many it was. */
    int dropNews(Instant before, int most) {
        return database.sql().sql("""
                delete from news where jurisdiction = ? and (topic, case_number, number) in (
                    select topic, case_number, number from news where jurisdiction = ? and at < ? order by at limit ?)""")
                .params(place, place, at(before), most).update();
    }

    /** Takes up to {@code most} subscriptions with news whose last letter is old enough; held until the transaction ends. */
    List<Row> due(Instant lastLetterBefore, int most) {
        return database.sql().sql("select " + COLUMNS + """
                 from subscription where jurisdiction = ? and state = 'CONFIRMED' and fresh and told_at <= ?
                order by told_at limit ? for update skip locked""")
                .params(place, at(lastLetterBefore), most).query((row, i) -> read(row)).list();
    }

    /** The last news of each of these topics. */
    Map<String, Long> lastNews(Collection<String> topics) {
        var last = new HashMap<String, Long>();
        database.sql().sql("select topic, max(id) as last from news where jurisdiction = ? and topic = any (?) group by topic")
                .params(place, topics.toArray(String[]::new)).query(row -> { last.put(row.getString("topic"), row.getLong("last")); });
        return last;
    }

    /** Notes that these slices are on their way. */
    void bundled(List<Slice> slices, Instant now) {
        database.batch("update subscription set fresh = false, told_at = ?, told_up_to = ?, letters = letters + 1 where jurisdiction = ? and id = ?",
                slices.stream().map(s -> new Object[] {at(now), s.upTo(), place, s.subscription()}).toList());
    }

    /** The news of many slices at once, at most {@code most} of each, oldest first. */
    Map<UUID, List<News>> news(List<Slice> slices, int most) {
        var found = new HashMap<UUID, List<News>>();
        database.sql().sql("""
                select w.id as subscription, n.topic, n.case_number, n.number, n.event, n.at
                from unnest(?::uuid[], ?::text[], ?::bigint[], ?::bigint[]) as w (id, topic, told, up_to)
                cross join lateral (select * from news where jurisdiction = ? and topic = w.topic and news.id > w.told and news.id <= w.up_to
                    order by news.id limit ?) n
                order by w.id, n.id""")
                .params(slices.stream().map(Slice::subscription).toArray(UUID[]::new), slices.stream().map(Slice::topic).toArray(String[]::new),
                        slices.stream().map(Slice::from).toArray(Long[]::new), slices.stream().map(Slice::upTo).toArray(Long[]::new), place, most)
                .query(row -> {
                    found.computeIfAbsent(row.getObject("subscription", UUID.class), _ -> new ArrayList<>())
                            .add(new News(row.getString("topic"), new CaseNumber(row.getString("case_number")), row.getInt("number"),
                                    row.getString("event"), row.getObject("at", OffsetDateTime.class).toInstant()));
                });
        return found;
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(row.getObject("id", UUID.class), new ResidentId(row.getObject("resident", UUID.class)),
                Topic.read(row.getString("topic")).orElseThrow(), Language.valueOf(row.getString("language")), State.valueOf(row.getString("state")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(), row.getInt("asked_times"), row.getLong("told_up_to"), row.getInt("letters"));
    }
}
