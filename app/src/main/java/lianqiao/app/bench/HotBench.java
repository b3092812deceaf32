package lianqiao.app.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lianqiao.authenticity.CopyGroups;
import lianqiao.authenticity.FoldRules;
import lianqiao.base.Contribution;
import lianqiao.insight.Forming;
import lianqiao.insight.HotIssue;
import lianqiao.insight.HotRules;

/** Which issues are hot among real messages, and what invented ones planted among them can do and cannot. */
final class HotBench implements Bench {
    private static final long SEED = 20261123;
    private static final int LISTED = 20;
    private static final int FLOOD = 200;
    private static final int RESIDENTS = 55;
    private static final int LIKES = 2_000;
    private static final int TIRELESS = 50;
    private static final int DAY = 86_400;
    private static final String ESTATE = "云岫澜庭";

    private final Forming forming = new Forming(HotRules.CURRENT, PlantedTexts.ZONE);

    @Override public String name() {
        return "hot";
    }

    @Override public List<String> options() {
        return List.of("texts", "messages");
    }

    @Override public Verdict run(Stand stand) {
        stand.say("%s", stand.machine());
        int many = (int) stand.number("messages", 100_000, 1_000, 1_000_000);
        var texts = new PlantedTexts(new RealTexts(stand));
        var verdict = new Verdict("hot");
        var honest = list(stand, texts, verdict);
        agreement(stand, texts, verdict);
        place(stand, texts, verdict);
        tireless(stand, texts, verdict);
        likes(stand, texts, verdict);
        for (var maker : Floods.invented(edits(texts)).byName().entrySet()) floods(stand, texts, honest, maker.getKey(), maker.getValue(), verdict);
        target(stand, texts, honest, verdict);
        scale(stand, texts, many, verdict);
        return verdict.with("full", many >= 100_000);
    }

    private static Edits edits(PlantedTexts texts) {
        return new Edits(texts.said().stream().map(Contribution::text).collect(Collectors.joining()).replace("\n", ""));
    }

    private Forming.Formed formed(PlantedTexts texts) {
        return forming.byNight(texts.said(), letters(texts), texts.last().plusSeconds(DAY));
    }

    /** What is folded into what. */
    private static Map<Long, Long> letters(PlantedTexts texts) {
        var groups = new CopyGroups(FoldRules.CURRENT, texts.said().size(), key -> texts.said().get((int) key - 1).words());
        texts.said().forEach(one -> groups.add(one.key(), one.voice(), one.words()));
        var letters = new HashMap<Long, Long>();
        groups.echoes().forEach(echo -> echo.members().forEach(key -> letters.put(key, echo.members().stream().min(Long::compare).orElseThrow())));
        return letters;
    }

    private Forming.Formed list(Stand stand, PlantedTexts texts, Verdict verdict) {
        long start = System.nanoTime();
        var letters = letters(texts);
        long folded = System.nanoTime();
        var formed = forming.byNight(texts.said(), letters, texts.last().plusSeconds(DAY));
        double night = (System.nanoTime() - folded) / 1e9;
        var table = new Table("issue", "persons", "letters", "own", "likes", "from", "to", "place", "V", "log2(1+V)", "S", "half", "B", "log2(1+B)", "D", "quarter", "H");
        formed.listed().stream().limit(LISTED).forEach(one -> {
            var heat = one.heat();
            table.row(one.name(), one.tally().persons(), one.tally().letters(), one.tally().own(), one.likes(), day(one.first()), day(one.last()), one.place(), heat.voices(),
                    two(heat.ofVoices()), heat.supporters(), two(heat.ofSupporters()), heat.busiest(), two(heat.ofBusiest()), heat.places(), two(heat.ofPlaces()), two(heat.sum()));
        });
        stand.say("%n%,d messages, %.1f s for folding, %.1f s for a night; %d issues of %d persons and more, %d groups that only share a place%n%n%s", texts.said().size(),
                (folded - start) / 1e9, night, formed.listed().size(), HotRules.CURRENT.leastPersons(), formed.issues().size() - formed.listed().size(), table);
        verdict.with("messages", texts.said().size()).with("issues", formed.listed().size()).with("place_groups", formed.issues().size() - formed.listed().size())
                .atLeast("twenty_listed", Math.min(LISTED, formed.listed().size()), LISTED).with("night_s", night);
        return formed;
    }

    private void agreement(Stand stand, PlantedTexts texts, Verdict verdict) {
        var labels = texts.labels();
        var night = Agreement.of(formed(texts).issueOf(), labels);
        var day = Agreement.of(forming.byDay(texts.said()), labels);
        var table = new Table("method", "event-F1 %", "B3 precision %", "B3 recall %", "B3 F %");
        table.row("by night", 100 * night.eventF1(), 100 * night.precision(), 100 * night.recall(), 100 * night.b3());
        table.row("by day, knowing no word at first", 100 * day.eventF1(), 100 * day.precision(), 100 * day.recall(), 100 * day.b3());
        stand.say("%,d messages of %d subjects, labelled by words in their titles by one person%n%n%s", labels.size(), new HashSet<>(labels.values()).size(), table);
        verdict.with("labelled", labels.size()).with("night_event_f1_percent", 100 * night.eventF1()).with("night_b3_percent", 100 * night.b3())
                .with("day_event_f1_percent", 100 * day.eventF1()).with("day_b3_percent", 100 * day.b3());
    }

    /** Thirty messages about thirty different things, each moved to one invented estate: people there share nothing else. */
    private void place(Stand stand, PlantedTexts texts, Verdict verdict) {
        var with = texts.copy();
        var random = new Random(SEED);
        var moved = new HashSet<Long>();
        for (int i = 0; i < 30; i++) {
            var other = texts.said().get(random.nextInt(texts.said().size()));
            moved.add(with.add(ESTATE + "小区", "我住在" + ESTATE + (i % 3 + 1) + "期。" + other.text().substring(0, Math.min(60, other.text().length())), texts.last().minusSeconds((long) i * DAY), 1_000_000 + i, true, 0).key());
        }
        var formed = formed(with);
        var grouped = formed.issues().stream().filter(one -> one.members().stream().filter(key -> moved.contains(Long.parseLong(key))).count() * 2 > one.members().size()).toList();
        long listed = grouped.stream().filter(one -> one.shape() != HotIssue.Shape.PLACE_GROUP).count();
        stand.say("thirty things said about one invented estate: %d groups of them, %d of these on the list", grouped.size(), listed);
        verdict.atLeast("estate_groups_found", grouped.size(), 1).atMost("estate_groups_listed", listed, 0);
    }

    private void tireless(Stand stand, PlantedTexts texts, Verdict verdict) {
        var with = texts.copy();
        var maker = Floods.invented(edits(texts)).byName().get("heating");
        for (int i = 0; i < TIRELESS; i++) with.add("暖气又不热了", maker.apply(new Random(SEED + i)), texts.last().minusSeconds((long) i * DAY), 2_000_000, true, 0);
        for (int i = 0; i < 4; i++) with.add("暖气不热", maker.apply(new Random(SEED + TIRELESS + i)), texts.last(), 2_000_001 + i, true, 0);
        var issue = holding(formed(with), with.said().size());
        stand.say("one person who writes %d messages and four others: counted as %d persons from %d messages", TIRELESS, issue.tally().persons(), issue.cases());
        verdict.with("tireless_messages", issue.cases()).atMost("tireless_persons", issue.tally().persons(), 5).atLeast("tireless_persons_least", issue.tally().persons(), 5);
    }

    private void likes(Stand stand, PlantedTexts texts, Verdict verdict) {
        var with = texts.copy();
        var makers = Floods.invented(edits(texts)).byName();
        for (int i = 0; i < 5; i++) with.add("暖气不热", makers.get("heating").apply(new Random(SEED + i)), texts.last().minusSeconds((long) i * DAY), 3_000_000 + i, true, i == 0 ? LIKES : 0);
        long liked = with.said().size();
        for (int i = 0; i < RESIDENTS; i++) with.add("垃圾转运站选址", makers.get("station").apply(new Random(SEED + i)), texts.last().minusSeconds(3_600L * i), 4_000_000 + i, true, 0);
        var formed = formed(with);
        var one = holding(formed, liked);
        var other = holding(formed, with.said().size());
        stand.say("%d persons of whom one has %,d likes: %d persons, %,d likes, H %.2f; %d residents without likes: %d persons, %,d likes, H %.2f", 5, LIKES, one.tally().persons(), one.likes(),
                one.heat().sum(), RESIDENTS, other.tally().persons(), other.likes(), other.heat().sum());
        verdict.atMost("liked_persons", one.tally().persons(), 5).atLeast("liked_likes", one.likes(), LIKES).atLeast("residents_persons", other.tally().persons(), RESIDENTS)
                .atLeast("residents_before_likes", other.heat().sum() - one.heat().sum(), 0);
    }

    /** Two hundred copies, and two hundred messages put together from the same pieces; each by persons of their own, verified or not. */
    private void floods(Stand stand, PlantedTexts texts, Forming.Formed honest, String name, Function<Random, String> maker, Verdict verdict) {
        var table = new Table("flood " + name, "its groups on the list", "honest issues it joined: place before and after", "another of the twenty moved by at most", "moved at all");
        for (boolean copies : List.of(true, false)) {
            for (boolean verified : List.of(true, false)) {
                var with = texts.copy();
                var random = new Random(SEED);
                for (int i = 0; i < FLOOD; i++) with.add("", maker.apply(copies ? new Random(SEED) : random), texts.last().minusSeconds(60L * i), 5_000_000 + i, verified, 0);
                var moves = Moves.between(honest, formed(with), texts.said().size(), LISTED);
                var kind = (copies ? "copies" : "recombined") + (verified ? ", verified" : ", not verified");
                table.row(kind, moves.planted(), moves.joined(), moves.most(), moves.moved());
                verdict.atMost("moved_by_" + name + "_" + kind.replaceAll("\\W+", "_"), moves.most(), 1);
            }
        }
        stand.say("%n%s", table);
    }

    /** Copies of a message of an honest issue from the middle of the list: how far that one is carried, and whether others move. */
    private void target(Stand stand, PlantedTexts texts, Forming.Formed honest, Verdict verdict) {
        var middle = honest.listed().get(Math.min(LISTED, honest.listed().size()) / 2);
        var copied = texts.said().get((int) middle.id() - 1);
        var table = new Table("200 copies of a text of place " + (honest.listed().indexOf(middle) + 1), "its place afterwards", "others moved by at most");
        for (boolean verified : List.of(true, false)) {
            var with = texts.copy();
            for (int i = 0; i < FLOOD; i++) with.add(copied.title(), copied.text(), texts.last().minusSeconds(60L * i), 6_000_000 + i, verified, 0);
            var after = formed(with);
            int place = 1 + IntStream.range(0, after.listed().size()).filter(i -> after.listed().get(i).id() == middle.id()).findFirst().orElse(-1);
            var moves = Moves.between(honest, after, texts.said().size(), LISTED);
            table.row(verified ? "verified" : "not verified", place, moves.most());
            verdict.with("target_place_" + (verified ? "verified" : "unverified"), place).atMost("others_moved_" + (verified ? "verified" : "unverified"), moves.most(), 1);
        }
        stand.say("%n%s", table);
    }

    private void scale(Stand stand, PlantedTexts texts, int many, Verdict verdict) {
        var edits = edits(texts);
        var random = new Random(SEED);
        var all = new ArrayList<Contribution>(many);
        for (int i = 0; i < many; i++) {
            var one = texts.said().get(random.nextInt(texts.said().size()));
            all.add(new Contribution(i + 1, one.kind(), one.reference(), "", one.language(), one.title(), edits.edited(one.text(), 0.3, random), one.at(), random.nextInt(), true, false, 0,
                    "area " + random.nextInt(20), "service " + random.nextInt(20)));
        }
        long start = System.nanoTime();
        forming.byDay(all);
        double byDay = (System.nanoTime() - start) / 1e6 / many;
        start = System.nanoTime();
        forming.byNight(all.subList(0, Math.min(many, HotRules.CURRENT.mostByNight())), Map.of(), texts.last());
        double night = (System.nanoTime() - start) / 1e9;
        long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        stand.say("%,d messages, three signs in ten changed: %.2f ms each by day, the newest %,d remembered; a night over %,d in %.0f s; %,d MB in use of at most %,d", many, byDay, HotRules.CURRENT.mostByNight(),
                Math.min(many, HotRules.CURRENT.mostByNight()), night, heap >> 20, Runtime.getRuntime().maxMemory() >> 20);
        verdict.atMost("by_day_ms", byDay, 20).with("night_of_many_s", night).with("heap_mb", heap >> 20);
    }

    private static HotIssue holding(Forming.Formed formed, long key) {
        long id = formed.issueOf().get(key);
        return formed.issues().stream().filter(one -> one.id() == id).findFirst().orElseThrow();
    }

    private static String day(java.time.Instant at) {
        return at.atZone(PlantedTexts.ZONE).toLocalDate().toString();
    }

    private static String two(double value) {
        return String.format(java.util.Locale.ROOT, "%.2f", value);
    }
}
