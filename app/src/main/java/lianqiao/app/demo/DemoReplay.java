package lianqiao.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianqiao.app.demo.DemoStory.Told;
import lianqiao.base.Outcome;
import lianqiao.cases.Act;
import lianqiao.cases.By;
import lianqiao.cases.Cases;
import lianqiao.cases.NewCase;
import lianqiao.cases.State;
import lianqiao.identity.Contact;
import lianqiao.identity.Residents;
import lianqiao.offices.AreaCode;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Offices;
import lianqiao.offices.ServiceCode;
import org.jspecify.annotations.Nullable;

/**
 * Lives through the stories in the order of time, through the same door as everybody else, with the clock running in
 * between: reminders, call-backs and closings by rule happen by themselves. For one run; not thread-safe.
 */
final class DemoReplay {
    private static final Duration BETWEEN_CLOCKS = Duration.ofHours(3);
    private static final int MOST_AT_ONCE = 500;

    private final Offices offices;
    private final Residents residents;
    private final Cases cases;
    private final DemoPictures pictures;
    private final DemoTimes times;
    private final DemoActs acts;
    private final Map<String, DemoLife> lives = new HashMap<>();
    private final List<String> refused = new ArrayList<>();

    DemoReplay(Offices offices, Residents residents, Cases cases, DemoPictures pictures, DemoTimes times) {
        this.offices = offices;
        this.residents = residents;
        this.cases = cases;
        this.times = times;
        this.pictures = pictures;
        this.acts = new DemoActs(offices, pictures, times, lives);
    }

    /** Something that happens; without an act it is the receipt. */
    private record Moment(Instant at, DemoStory story, @Nullable Told told) {}

    /**
     * Everything from the first receipt until now.
     *
     * @return what was refused, as story, act and reason; such an act is left out
     */
    List<String> run(List<DemoStory> stories) {
        var moments = moments(stories);
        var clock = moments.isEmpty() ? times.now() : moments.getFirst().at().atZone(times.zone()).truncatedTo(ChronoUnit.DAYS).toInstant();
        for (var moment : moments) {
            for (; !clock.isAfter(moment.at()); clock = clock.plus(BETWEEN_CLOCKS)) runClocks(clock);
            happen(moment);
        }
        for (; !clock.isAfter(times.now()); clock = clock.plus(BETWEEN_CLOCKS)) runClocks(clock);
        runClocks(times.now());
        return refused;
    }

    private List<Moment> moments(List<DemoStory> stories) {
        var moments = new ArrayList<Moment>();
        for (var story : stories) {
            var emergency = offices.service(new ServiceCode(story.service())).filter(s -> s.limit().endsWith("h")).isPresent();
            var at = times.of(story, "receive", 0, emergency, Instant.MIN.plus(Duration.ofDays(1)));
            moments.add(new Moment(at, story, null));
            for (var told : story.acts()) {
                at = times.of(story, told.act(), told.after(), emergency, at);
                moments.add(new Moment(at, story, told));
            }
        }
        moments.sort(Comparator.comparing(Moment::at));
        return moments;
    }

    private void runClocks(Instant now) {
        while (cases.runClocks(now, MOST_AT_ONCE) == MOST_AT_ONCE) continue;
    }

    private void happen(Moment moment) {
        var told = moment.told();
        var became = told == null ? receive(moment.story(), moment.at()) : act(moment.story(), told, moment.at());
        if (became instanceof Outcome.Refused<?> no) {
            refused.add(moment.story().id() + " " + (told == null ? "receive" : told.act()) + ": " + no.why());
        }
    }

    private Outcome<?> receive(DemoStory story, Instant at) {
        var byPhone = story.channel().equals("phone") || story.channel().equals("counter");
        var point = story.lat() == null || story.lng() == null ? null : new NewCase.Point(story.lat(), story.lng());
        var resident = residents.contactable(contact(story), story.language(), at);
        var asked = new NewCase(story.kind(), new ServiceCode(story.service()), new AreaCode(story.area()),
                story.address() == null ? "" : story.address(), point, story.title(), times.dated(story.text(), story.language(), at),
                story.language(), story.confidential(), story.concerns() == null ? null : new OfficeCode(story.concerns()),
                story.channel(), resident, "demo-" + story.id(), pictures.of(story, false, at));
        var received = cases.receive(asked, byPhone ? acts.operator() : By.resident(), at);
        if (received instanceof Outcome.Done<Cases.Received>(var receipt)) lives.put(story.id(), new DemoLife(receipt.number(), asked.body()));
        return received;
    }

    /** Addresses under .example belong to nobody. */
    private static Contact contact(DemoStory story) {
        return Contact.read(story.id() + "@resident.example").orElseThrow();
    }

    private Outcome<?> act(DemoStory story, Told told, Instant at) {
        var life = lives.get(story.id());
        if (life == null) return Outcome.refused("not received");
        if (life.onBook && (told.act().equals("answer") || told.act().equals("claimDone"))) takeOffTheBook(life, at);
        var done = cases.act(life.number, acts.act(story, told, life, at), acts.by(told, life), at);
        if (done instanceof Outcome.Done<Integer>(var entry)) life.note(told, entry, lives);
        return done;
    }

    /** An office that is done before the date on the book takes the case off it first; after that date the clock has. */
    private void takeOffTheBook(DemoLife life, Instant at) {
        var state = cases.atTheDesk(life.number, at).orElseThrow().state();
        if (state == State.ON_BOOK) cases.act(life.number, new Act.Revisit(), acts.head(life), at).orThrow();
    }
}
