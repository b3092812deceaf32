package lianqiao.channels;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianqiao.base.CaseNumber;
import lianqiao.cases.CaseLine;
import lianqiao.cases.Cases;
import lianqiao.channels.SubscriptionStore.News;
import lianqiao.channels.SubscriptionStore.Slice;
import lianqiao.offices.Offices;
import lianqiao.store.Database;
import lianqiao.store.Event;
import lianqiao.store.Followers;

/**
 * Follows the events of cases and writes into the outbox what has to be told: to the resident each step that concerns
 * them, to subscribers what is public, at most one letter an hour. Nothing is sent here. Run twice, or stopped in the
 * middle, it writes nothing twice.
 */
public final class WriteNotices {
    private static final String FOLLOWER = "notices";
    private static final int EVENTS_AT_ONCE = 500;
    private static final int MOST_TURNS = 40;
    private static final int LETTERS_AT_ONCE = 500;
    /** What happened longer ago, as in a history that is brought in, is no message any more. */
    private static final Duration TOO_OLD_TO_TELL = Duration.ofDays(14);
    private static final Duration TOO_OLD_FOR_NEWS = Duration.ofDays(2);
    private static final Duration BETWEEN_LETTERS = Duration.ofHours(1);

    private final Database database;
    private final Followers followers;
    private final Cases cases;
    private final Offices offices;
    private final OutboxStore outbox;
    private final SubscriptionStore subscriptions;

    public WriteNotices(Database database, Cases cases, Offices offices) {
        this.database = database;
        this.followers = new Followers(database);
        this.cases = cases;
        this.offices = offices;
        this.outbox = new OutboxStore(database);
        this.subscriptions = new SubscriptionStore(database);
    }

    private record Told(Event event, CaseNumber number, Purpose purpose) {}

    /** Catches up with the events, up to 20,000 of them, and bundles the news that is due. */
    public void run(Instant now) {
        int turns = 0;
        while (turns++ < MOST_TURNS && followers.advance(FOLLOWER, EVENTS_AT_ONCE, events -> take(events, now)) == EVENTS_AT_ONCE) continue;
        database.inTransaction(() -> bundle(now));
    }

    private void take(List<Event> events, Instant now) {
        var told = events.stream().filter(e -> e.at().isAfter(now.minus(TOO_OLD_TO_TELL)))
                .flatMap(e -> Purpose.of(e).map(p -> new Told(e, new CaseNumber(e.subject()), p)).stream()).toList();
        if (told.isEmpty()) return;
        var numbers = told.stream().map(Told::number).distinct().toList();
        var residents = cases.residentsOf(numbers);
        outbox.write(told.stream().filter(t -> residents.containsKey(t.number()))
                .map(t -> Notice.fresh(t.number().text(), t.event().number(), residents.get(t.number()).value(), t.purpose(), facts(t.event())))
                .toList(), now);
        keepNews(told.stream().filter(t -> t.purpose().isNews() && t.event().at().isAfter(now.minus(TOO_OLD_FOR_NEWS))).toList());
    }

    /** The codes and dates of the event, and which office it came from. */
    private static Map<String, String> facts(Event event) {
        var facts = new HashMap<>(event.facts());
        if (event.office() != null) facts.put("by", event.office());
        return facts;
    }

    private void keepNews(List<Told> told) {
        if (told.isEmpty()) return;
        var lines = cases.publicLines(told.stream().map(Told::number).distinct().toList()).stream()
                .collect(Collectors.toMap(CaseLine::number, Function.identity()));
        Map<CaseNumber, Set<String>> topics = new HashMap<>();
        lines.forEach((number, line) -> topics.put(number, topics(line)));
        var wanted = subscriptions.wanted(topics.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        var news = new ArrayList<News>();
        for (var t : told) {
            topics.getOrDefault(t.number(), Set.of()).stream().filter(wanted::contains)
                    .forEach(topic -> news.add(new News(topic, t.number(), t.event().number(), t.event().name(), t.event().at())));
        }
        subscriptions.write(news);
    }

    /** Everything a case belongs to: itself, its office and those above it, its area and those around it. */
    private Set<String> topics(CaseLine line) {
        var topics = new LinkedHashSet<Topic>();
        topics.add(Topic.of(line.number()));
        if (line.lead() != null) offices.path(line.lead()).forEach(office -> topics.add(Topic.of(office.code())));
        offices.path(line.area()).forEach(area -> topics.add(Topic.of(area.code())));
        topics.add(Topic.everything());
        return topics.stream().map(Topic::text).collect(Collectors.toSet());
    }

    /** One letter for everything new since the last one; further news waits until the hour is over. */
    private void bundle(Instant now) {
        var due = subscriptions.due(now.minus(BETWEEN_LETTERS), LETTERS_AT_ONCE);
        if (due.isEmpty()) return;
        var last = subscriptions.lastNews(due.stream().map(row -> row.topic().text()).collect(Collectors.toSet()));
        var letters = new HashMap<Slice, Notice>();
        for (var row : due) {
            var slice = new Slice(row.id(), row.topic().text(), row.toldUpTo(), last.getOrDefault(row.topic().text(), row.toldUpTo()));
            letters.put(slice, Notice.fresh("", row.letters() + 1, row.id(), Purpose.NEWS,
                    Map.of("from", "" + slice.from(), "upTo", "" + slice.upTo())));
        }
        outbox.write(letters.values(), now);
        subscriptions.bundled(List.copyOf(letters.keySet()), now);
    }
}
