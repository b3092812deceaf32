package lianqiao.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lianqiao.base.Contribution;
import lianqiao.insight.HotIssues.Member;
import lianqiao.store.Database;
import org.jspecify.annotations.Nullable;

/** Which contribution belongs to which issue, and how far the issues have come. Written by one job at a time and by officers' acts. */
final class MemberStore {
    private final Database database;
    private final String place;

    MemberStore(Database database) {
        this.database = database;
        place = database.jurisdiction().code();
    }

    /** A contribution and its issue. */
    record Belonging(long key, @Nullable Long issue) {}

    /** @param lastKey the last contribution taken in; @param refinedWith how many had been when all were last formed anew */
    record Reached(long lastKey, long lastIssue, @Nullable Instant refinedAt, long refinedWith) {}

    Reached reached() {
        return database.sql().sql("select * from issue_state where jurisdiction = ?").params(place).query((row, _) -> new Reached(row.getLong("last_key"),
                row.getLong("last_issue"), row.getTimestamp("refined_at") == null ? null : row.getTimestamp("refined_at").toInstant(), row.getLong("refined_with")))
                .optional().orElse(new Reached(0, 0, null, 0));
    }

    void reached(Reached state) {
        database.sql().sql("""
                insert into issue_state (jurisdiction, last_key, last_issue, refined_at, refined_with) values (:place, :key, :issue, :at, :with)
                on conflict (jurisdiction) do update set last_key = :key, last_issue = :issue, refined_at = :at, refined_with = :with""")
                .param("place", place).param("key", state.lastKey()).param("issue", state.lastIssue())
                .param("at", state.refinedAt() == null ? null : state.refinedAt().atOffset(ZoneOffset.UTC), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("with", state.refinedWith()).update();
    }

    void take(List<Contribution> said) {
        database.batch("insert into issue_members (jurisdiction, contribution, reference, at) values (?, ?, ?, ?) on conflict do nothing",
                said.stream().map(one -> new Object[] {place, one.key(), one.reference(), one.at().atOffset(ZoneOffset.UTC)}).toList());
    }

    void belong(List<Belonging> moved) {
        database.batch("update issue_members set issue = ? where jurisdiction = ? and contribution = ?",
                moved.stream().map(one -> new Object[] {one.issue(), place, one.key()}).toList());
    }

    /** The newest since a time, the oldest of these first. */
    List<Belonging> since(Instant at, int most) {
        return database.sql().sql("""
                select contribution, issue from (select contribution, issue, at from issue_members where jurisdiction = ? order by contribution desc limit ?) newest
                where at >= ? order by contribution""").params(place, most, at.atOffset(ZoneOffset.UTC)).query((row, _) -> belonging(row)).list();
    }

    long count() {
        return database.sql().sql("select count(*) from issue_members where jurisdiction = ?").params(place).query(Long.class).single();
    }

    /** The newest first. */
    List<Member> members(long issue, long before, int most) {
        return database.sql().sql("select contribution, reference, at from issue_members where jurisdiction = ? and issue = ? and contribution < ? order by contribution desc limit ?")
                .params(place, issue, before, most)
                .query((row, _) -> new Member(row.getLong("contribution"), row.getString("reference"), row.getTimestamp("at").toInstant())).list();
    }

    /** What the newest members of each of these issues are called, at most so many of each, the newest first; in one statement. */
    Map<Long, List<String>> references(Collection<Long> issues, int mostEach) {
        var found = new HashMap<Long, List<String>>();
        database.sql().sql("""
                select i.id, m.reference from unnest(?) as i(id) cross join lateral (
                    select reference, contribution from issue_members where jurisdiction = ? and issue = i.id order by contribution desc limit ?) m
                order by i.id, m.contribution desc""")
                .params(issues.toArray(Long[]::new), place, mostEach)
                .query(row -> { found.computeIfAbsent(row.getLong("id"), _ -> new ArrayList<>()).add(row.getString("reference")); });
        return found;
    }

    Optional<Belonging> of(long contribution) {
        return database.sql().sql("select contribution, issue from issue_members where jurisdiction = ? and contribution = ?")
                .params(place, contribution).query((row, _) -> belonging(row)).optional();
    }

    Optional<Belonging> of(String reference) {
        return database.sql().sql("select contribution, issue from issue_members where jurisdiction = ? and reference = ? limit 1")
                .params(place, reference).query((row, _) -> belonging(row)).optional();
    }

    /** All members of an issue become another's. */
    void move(long from, long into) {
        database.sql().sql("update issue_members set issue = ? where jurisdiction = ? and issue = ?").params(into, place, from).update();
    }

    /** Keys of an issue, the newest first. */
    List<Long> keys(long issue, int most) {
        return database.sql().sql("select contribution from issue_members where jurisdiction = ? and issue = ? order by contribution desc limit ?")
                .params(place, issue, most).query(Long.class).list();
    }

    private static Belonging belonging(ResultSet row) throws SQLException {
        return new Belonging(row.getLong("contribution"), row.getObject("issue", Long.class));
    }

    /** Says something about two contributions for good. */
    void say(long issue, Link link, String officer) {
        database.sql().sql("insert into issue_links (jurisdiction, issue, one, other, together, reason, officer, at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(place, issue, link.one(), link.other(), link.together(), link.reason(), officer, link.at().atOffset(ZoneOffset.UTC)).update();
    }

    long lastLink() {
        return database.sql().sql("select coalesce(max(number), 0) from issue_links where jurisdiction = ?").params(place).query(Long.class).single();
    }

    List<Link> links(Collection<Long> issues, int most) {
        return database.sql().sql("select * from issue_links where jurisdiction = ? and issue = any (?) order by number desc limit ?")
                .params(place, issues.toArray(Long[]::new), most).query((row, _) -> link(row)).list();
    }

    List<Link> links(int most) {
        return database.sql().sql("select * from issue_links where jurisdiction = ? order by number desc limit ?").params(place, most).query((row, _) -> link(row)).list();
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(row.getLong("number"), row.getLong("one"), row.getLong("other"), row.getBoolean("together"), row.getString("reason"),
                row.getTimestamp("at").toInstant());
    }
}
