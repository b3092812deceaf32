package lianqiao.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import lianqiao.base.CaseNumber;
import lianqiao.base.Language;
import lianqiao.base.Outcome;
import lianqiao.calendar.TimeLimit;
import lianqiao.calendar.WorkingCalendar;
import lianqiao.cases.By.Role;
import lianqiao.identity.FollowCode;
import lianqiao.identity.FollowCodes;
import lianqiao.identity.ResidentId;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Offices;
import lianqiao.privacy.Details;
import lianqiao.store.Database;
import lianqiao.store.Event;
import lianqiao.store.Events;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door of the room: the only way a case begins and the only way it changes. State, entry and event are written in
 * one transaction; telling people is a later step that others take by following the events. Thread-safe.
 */
public final class Cases {
    private static final Logger LOG = LoggerFactory.getLogger(Cases.class);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

    private final Database database;
    private final Events events;
    private final Offices offices;
    private final FollowCodes followCodes;
    private final Clockwork clockwork;
    private final Decisions decisions;
    private final Facts facts;
    private final CaseStore store;
    private final CaseListStore lists;
    private final CaseTextStore texts;
    private final PhotoStore photos;
    private final TaskStore tasks;
    private final OriginalStore originals;
    private final Republishing republishing;
    private final ForgetStore forgetting;
    private final NamedStore named;
    private final Showing showing;

    /** Cases that the public log does not hold; for trying out. */
    public Cases(Database database, Offices offices, FollowCodes followCodes, Supplier<WorkingCalendar> calendar, Rules rules) {
        this(database, new Events(database), offices, followCodes, calendar, rules);
    }

    /** @param calendar asked anew each time, so that a changed calendar counts at once */
    public Cases(Database database, Events events, Offices offices, FollowCodes followCodes, Supplier<WorkingCalendar> calendar, Rules rules) {
        this.database = database;
        this.events = events;
        this.offices = offices;
        this.followCodes = followCodes;
        this.clockwork = new Clockwork(calendar, rules);
        this.facts = new Facts(clockwork);
        this.decisions = new Decisions(new Guards(offices, clockwork), facts);
        this.store = new CaseStore(database);
        this.lists = new CaseListStore(database);
        this.texts = new CaseTextStore(database);
        this.photos = new PhotoStore(database);
        this.tasks = new TaskStore(database);
        this.originals = new OriginalStore(database);
        this.republishing = new Republishing(store, originals, photos, new MeasureStore(database), events);
        this.forgetting = new ForgetStore(database);
        this.named = new NamedStore(database);
        this.showing = new Showing(store, named, photos, events);
    }

    /**
     * What the resident is given at once. The code is shown this once and kept only as a keyed hash.
     *
     * @param mine the case as its resident sees it, put together from what was just written: nothing is read back
     */
    public record Received(CaseNumber number, FollowCode code, Case mine) {}

    /**
     * Begins a case. The clock starts now, whatever any office does. The same request key gives the same case and the
     * same code again.
     *
     * @return refused when the service or the area does not exist, or when nobody is outside the office a report is about
     */
    public Outcome<Received> receive(NewCase asked, By by, Instant now) {
        var service = offices.service(asked.service());
        if (service.isEmpty() || !service.get().active()) return Outcome.refused("cases.refused.unknown-service");
        if (offices.area(asked.area()).isEmpty()) return Outcome.refused("cases.refused.unknown-area");
        if (asked.concerns() != null && !offices.hasOutside(asked.concerns())) return Outcome.refused("cases.refused.nobody-outside");
        var code = asked.requestKey() == null ? FollowCode.draw() : followCodes.derived(asked.requestKey());
        var number = CaseNumber.of(DAY.format(clockwork.calendar().dateOf(now)), Math.toIntExact(store.nextCounter()));
        var received = facts.received(number, asked, by, TimeLimit.parse(service.get().limit()), now);
        var progress = Progress.of(List.of(received));
        var shown = PublicTexts.of(asked);
        return database.inTransaction(() -> {
            if (!store.insert(number, shown, followCodes.sealed(code), progress, clockwork.wakeAt(progress))) {
                return Outcome.done(received(asked.requestKey()).orElseThrow());
            }
            events.append(List.of(received), asked.confidential(), Erasable.in(asked, shown, photos.digests(asked.photos())));
            originals.keep(number, 1, PublicTexts.differing(asked, shown));
            photos.attach(number, 1, asked.photos());
            named.note(number, asked.kind(), offices.officersNamedIn(asked.title() + "\n" + asked.body()));
            return Outcome.done(new Received(number, code, showing.fresh(new CaseStore.Row(number, asked, null, progress), received)));
        });
    }

    /** What an earlier sending with this key was given; empty when there was none. */
    public Optional<Received> received(String requestKey) {
        return store.byRequest(requestKey).flatMap(store::find)
                .map(row -> new Received(row.number(), followCodes.derived(requestKey), showing.of(row, false, true, originals.of(row.number()))));
    }

    /**
     * Takes over a case of an earlier system with its times: received then, and if it was answered there, answered then and
     * closed as such. All of it is stored or nothing.
     *
     * @param office the office that answered, or would have
     * @param answer what was answered; null when it was not
     * @return the number, or refused with {@code cases.refused.already-here} when this request key is here already
     */
    public Outcome<CaseNumber> takeOver(NewCase asked, OfficeCode office, Instant receivedAt, @Nullable String answer, Instant answeredAt) {
        return database.inTransaction(() -> {
            if (store.byRequest(String.valueOf(asked.requestKey())).isPresent()) return Outcome.refused("cases.refused.already-here");
            return receive(asked, By.clock(), receivedAt).map(received -> {
                if (answer != null) {
                    act(received.number(), new Act.Answer(answer, List.of()), new By(Role.OPERATOR, office, null), answeredAt).orThrow();
                    act(received.number(), new Act.CloseImported(), By.clock(), answeredAt).orThrow();
                }
                return received.number();
            });
        });
    }

    /**
     * Changes a case by an act, if the step table has the step, the role may take it and no rule stands against it.
     *
     * @return the number of the entry that was added, or the sentence that refuses
     */
    public Outcome<Integer> act(CaseNumber number, Act act, By by, Instant now) {
        return database.inTransaction(() -> {
            var row = store.hold(number);
            return row.isEmpty() ? Outcome.<Integer>refused("cases.refused.unknown-case") : act(row.get(), act, by, now);
        });
    }

    /**
     * Masks up to {@code most} cases after a number by the rules of today, each with an entry that says so if anything changes.
     *
     * @return the last number that was looked at; none when there is none left
     */
    Optional<CaseNumber> maskAnew(String after, int most, Instant now) {
        var numbers = texts.numbersAfter(after, most);
        for (var number : numbers) {
            database.inTransaction(() -> store.hold(number).filter(republishing::isStale).ifPresent(row -> {
                act(row, new Act.MaskAnew(Details.RULES), By.clock(), now).orThrow();
                republishing.all(row);
            }));
        }
        return numbers.isEmpty() ? Optional.empty() : Optional.of(numbers.getLast());
    }

    private Outcome<Integer> act(CaseStore.Row row, Act act, By by, Instant now) {
        if (act instanceof Act.AboutMeasures && row.asked().confidential()) return Outcome.refused("cases.refused.nothing-public");
        if (act instanceof Act.AboutMeasures || act instanceof Act.AboutNotice) events.of(row.number().text()).forEach(row.progress().measures::apply);
        var fixed = new Decisions.Fixed(row.number(), row.asked().channel(), row.asked().concerns(), named.of(row));
        return decisions.decide(fixed, row.progress(), act, by, now, other(row, act)).map(added -> write(row, act, added));
    }

    private int write(CaseStore.Row row, Act act, List<Event> added) {
        var progress = row.progress();
        var entry = added.getFirst().number();
        added.forEach(progress::apply);
        store.update(row.number(), progress, clockwork.wakeAt(progress));
        events.append(added, row.asked().confidential() || act instanceof Act.Conceal, Erasable.in(act, added.getFirst(), photos.digests(Facts.photos(act))));
        write(row.number(), added.getFirst(), Facts.words(act));
        if (added.size() > 1) store.write(row.number(), entry + 1, Facts.note(act));
        photos.attach(row.number(), entry, Facts.photos(act));
        tasks.note(row.number(), entry, act, added.getFirst().at());
        if (act instanceof Act.Supplement said) named.note(row.number(), row.asked().kind(), offices.officersNamedIn(said.text()));
        if (act instanceof Act.AboutMeasures) republishing.after(row, entry, added.getFirst().at());
        if (act instanceof Act.AboutResident about) forgetting.after(row.number(), entry, about);
        return entry;
    }

    private void write(CaseNumber number, Event entry, String words) {
        var shown = PublicTexts.of(entry.name(), words);
        store.write(number, entry.number(), shown);
        if (!shown.equals(words)) originals.keep(number, entry.number(), Map.of("text", words));
    }

    private @Nullable Progress other(CaseStore.Row row, Act act) {
        if (act instanceof Act.Join join) {
            if (join.into().equals(row.number())) return row.progress();
            return store.find(join.into()).filter(o -> o.asked().confidential() == row.asked().confidential() && Objects.equals(o.asked().concerns(), row.asked().concerns()))
                    .map(CaseStore.Row::progress).orElse(null);
        }
        var lead = row.progress().joinedInto;
        return lead == null ? null : store.find(lead).map(CaseStore.Row::progress).orElse(null);
    }

    /**
     * Does what the clock has to do for up to {@code most} cases: reminders, ladder, call-backs, closings by rule. Each
     * step happens once, in its order, however long nobody called this; after a crash it goes on where it stopped.
     *
     * @return how many cases were looked at; fewer than {@code most} means that nothing more is due
     */
    public int runClocks(Instant now, int most) {
        var due = store.toWake(now, most);
        for (var number : due) runClock(number, now);
        return due.size();
    }

    /** A case whose step breaks must not stand in the way of all later ones: it is tried again in an hour. */
    private void runClock(CaseNumber number, Instant now) {
        try {
            database.inTransaction(() -> store.hold(number).ifPresent(row -> runClock(row, now)));
        } catch (RuntimeException e) {
            LOG.error("the clock of case {} could not be run", number, e);
            store.wake(number, now.plus(Duration.ofHours(1)));
        }
    }

    private void runClock(CaseStore.Row row, Instant now) {
        var progress = row.progress();
        if (progress.state == State.JOINED) {
            runJoined(row, now);
            return;
        }
        for (var next = clockwork.dueAct(progress, now); next.isPresent(); next = clockwork.dueAct(progress, now)) {
            act(row, next.get(), By.clock(), now).orThrow();
        }
    }

    /** A joined case is asked about once its lead case has an answer; until then it looks again each working day. */
    private void runJoined(CaseStore.Row row, Instant now) {
        if (row.progress().waitUntil == null || now.isBefore(row.progress().waitUntil)) return;
        var lead = row.progress().joinedInto == null ? Optional.<CaseStore.Row>empty() : store.find(row.progress().joinedInto);
        if (lead.isPresent() && lead.get().progress().answeredAt != null) {
            act(row, new Act.CallBack(Act.CallBack.How.MESSAGE, ""), By.clock(), now).orThrow();
        } else {
            store.wake(row.number(), clockwork.after(TimeLimit.parse("1wd"), now));
        }
    }

    /**
     * Goes through all running clocks after the calendar has changed and tells each case whose date moves.
     *
     * @return the numbers of the cases whose date has moved
     */
    public List<CaseNumber> recompute(Instant now) {
        var moved = new ArrayList<CaseNumber>();
        var after = "";
        for (var page = store.clocksAfter(after, 500); !page.isEmpty(); page = store.clocksAfter(after, 500)) {
            for (var number : page) if (recompute(number, now)) moved.add(number);
            after = page.getLast().text();
        }
        return moved;
    }

    private boolean recompute(CaseNumber number, Instant now) {
        return database.inTransaction(() -> {
            var row = store.hold(number).orElseThrow();
            var p = row.progress();
            if (!p.state.clockRuns() && !p.state.clockPaused()) return false;
            if (clockwork.deadline(p.clock, p.updatedAt).due().equals(p.due) && clockwork.deadline(p.clock, now).provisional() == p.provisional) return false;
            return act(row, new Act.Recompute(clockwork.calendar().version()), By.clock(), now).isDone();
        });
    }

    /** How many public cases would get another date under another calendar, for the preview before it is changed. */
    public int wouldMove(WorkingCalendar changed, Instant now) {
        var trial = new Clockwork(() -> changed, clockwork.rules());
        int moved = 0;
        var after = "";
        for (var page = store.clocksAfter(after, 500); !page.isEmpty(); page = store.clocksAfter(after, 500)) {
            for (var row : lists.rows(page)) {
                var p = row.progress();
                if (!row.asked().confidential() && !trial.deadline(p.clock, p.updatedAt).due().equals(clockwork.deadline(p.clock, p.updatedAt).due())) moved++;
            }
            after = page.getLast().text();
        }
        return moved;
    }

    /** A case as everybody may see it; none when it is confidential or does not exist, and nobody can tell which. */
    public Optional<Case> publicly(CaseNumber number, Instant now) {
        return store.find(number).filter(row -> !row.asked().confidential()).map(row -> showing.of(row, false, false, Map.of()));
    }

    /** A case as its resident may see it: the public trail with every word as it was written, confidential or not; none when number and code do not belong together. */
    public Optional<Case> own(CaseNumber number, FollowCode code, Instant now) {
        return opens(number, code) ? own(number) : Optional.empty();
    }

    Optional<Case> own(CaseNumber number) {
        return store.find(number).map(row -> showing.of(row, false, true, originals.of(number)));
    }

    /** A case with everything the desk knows. Whether this officer may see it is asked first: {@link Sight#shows}. */
    public Optional<Case> atTheDesk(CaseNumber number, Instant now) {
        return store.find(number).map(row -> showing.of(row, true, true, originals.of(number)));
    }

    /** The acts that the step table offers these roles now; whether they succeed is decided when they are tried. */
    public static List<Class<? extends Act>> offered(Case shown, Set<Role> roles) {
        return List.copyOf(Workflow.actsFor(shown.state(), roles));
    }

    /** Whether the code opens the case; for forms that act in the resident's name. */
    public boolean opens(CaseNumber number, FollowCode code) {
        return store.find(number).map(CaseStore.Row::followCode).filter(sealed -> followCodes.opens(code, sealed)).isPresent();
    }

    /** Who can be reached about a case, for the channels that deliver; empty for messages of an earlier system. */
    public Optional<ResidentId> residentOf(CaseNumber number) {
        return store.find(number).map(row -> row.asked().resident());
    }

    /** Who can be reached about these cases; those of an earlier system, which name nobody, are missing. One statement. */
    public Map<CaseNumber, ResidentId> residentsOf(Collection<CaseNumber> numbers) {
        return texts.residentsOf(numbers);
    }

    /** An entry of a case, by its number. */
    public record Place(CaseNumber number, int entry) {}

    /**
     * What a letter to the resident about one entry may draw on.
     *
     * @param confidential then the letter names neither title nor text, for mail passes through many hands
     * @param lead the office in charge now
     * @param lastDay the last day of its time limit as it stands now
     * @param text what was written in the entry, if anything
     */
    public record Telling(Place place, String title, Language language, boolean confidential, @Nullable OfficeCode lead, LocalDate lastDay, String text) {
        @Override public String toString() {
            return "Telling[" + place + "]";
        }
    }

    /** What there is to say about these entries, by entry; cases that do not exist are missing. One statement. */
    public Map<Place, Telling> tellings(Collection<Place> places) {
        return texts.tellings(places);
    }

    /** The resident's other cases, newest first, at most {@code most}; for the operator on the phone and the resident's own pages. */
    public List<CaseNumber> of(ResidentId resident, int most) {
        return store.ofResident(resident, most);
    }

    /** One page of a list; its size says whether there may be more. */
    public List<CaseLine> list(CaseQuery query) {
        return lists.list(query);
    }

    /** Several cases as lines, in the order of the numbers; what does not exist or is confidential is left out. */
    public List<CaseLine> publicLines(List<CaseNumber> numbers) {
        return lists.lines(numbers);
    }

    /** Several cases with everything written in them, confidential ones included, for the search index; what does not exist is left out. */
    public List<CaseText> texts(List<CaseNumber> numbers) {
        return texts.texts(numbers);
    }

    /** Numbers of all cases after a number (empty for the first page) in order, at most {@code most}, for going through all of them. */
    public List<CaseNumber> numbersAfter(String number, int most) {
        return texts.numbersAfter(number, most);
    }

    /** What the offices have done so far, counted from all cases; takes a second or so over a million and is meant to be kept. */
    public Figures count(Instant now) {
        return lists.count(now);
    }

    /** The history of a case as stored, for followers that need more than the event in hand. */
    public List<Event> history(CaseNumber number) {
        return events.of(number.text());
    }

    /** Whether what stands in the row of a case is what its events say; the house checks this over random histories. */
    public boolean agreesWithItsEvents(CaseNumber number) {
        var row = store.find(number).orElseThrow();
        return Progress.of(events.of(number.text())).snapshot().equals(row.progress().snapshot());
    }
}
