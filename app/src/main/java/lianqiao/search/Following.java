package lianqiao.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lianqiao.base.CaseNumber;
import lianqiao.cases.Cases;
import lianqiao.store.Event;
import lianqiao.store.Followers;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index in step with the events, and builds it anew when it is missing, damaged or asked for, while the old
 * one goes on answering. Everything is done in small portions by whoever calls {@link #catchUp}, one at a time; readers
 * never wait for it.
 */
final class Following implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);
    private static final int EVENTS = 1_000;
    private static final int CASES = 500;
    private static final int CASES_BETWEEN_COMMITS = 20_000;
    /** After this event words of a case must leave the files, too. */
    private static final String FORGOTTEN = "WordsErased";
    private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(10);

    private final Path wanted;
    private final Generations generations;
    private final Cases cases;
    private final Followers followers;
    private volatile @Nullable Index serving;
    private volatile @Nullable Index building;
    private volatile boolean damaged;
    private int sinceCommit;
    private volatile int taken;
    private Instant committedAt = Instant.EPOCH;

    Following(Path folder, Cases cases, Followers followers) throws IOException {
        this.generations = new Generations(folder);
        this.wanted = wanted(folder);
        this.cases = cases;
        this.followers = followers;
        open();
    }

    /** The mark by which another program asks for building anew; it is gone when that is done. */
    static Path wanted(Path folder) {
        return folder.resolve("rebuild");
    }

    private void open() throws IOException {
        for (var index : generations.open()) {
            if (serving == null && index.isComplete() && followers.holds(index.place())) serving = index;
            else if (serving == null && building == null && !index.isComplete()) building = index;
            else drop(index);
        }
        if (serving == null && building == null) begin();
        if (serving == null) serving = building;
        damaged = false;
    }

    private void begin() throws IOException {
        building = generations.begin(followers.end());
        sinceCommit = 0;
        taken = 0;
        LOG.info("search index {} is being built", building.folder().getFileName());
    }

    private static void drop(Index index) throws IOException {
        index.close();
        Generations.discard(index.folder());
    }

    /** Whether all cases are in the index that answers. */
    boolean isComplete() {
        var index = serving;
        return index != null && index.isComplete();
    }

    int taken() {
        return taken;
    }

    boolean isBuilding() {
        return building != null;
    }

    /** Asks whichever index answers now; again when it was replaced in this very moment. */
    <T> T read(Index.Reading<T> reading) {
        for (int attempt = 0; ; attempt++) {
            var index = serving;
            try {
                if (index == null) throw new AlreadyClosedException("closed");
                return index.read(reading);
            } catch (AlreadyClosedException e) {
                if (attempt == 3) throw e;
            } catch (CorruptIndexException e) {
                damaged = true;
                throw new UncheckedIOException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Does the next portion of work.
     *
     * @return whether there is more to do at once
     */
    synchronized boolean catchUp(Instant now) {
        try {
            if (damaged) reopen();
            if (building == null && Files.exists(wanted)) begin();
            boolean more = serving != building && follow(serving());
            if (building != null) return build(building) || more;
            if (now.isAfter(committedAt.plus(BETWEEN_COMMITS)) && serving().hasUncommitted()) commit(serving(), now);
            return more;
        } catch (IOException | AlreadyClosedException e) {
            // Disk full, or a file gone: what was committed is opened again at the next call.
            damaged = true;
            throw new UncheckedIOException(e instanceof IOException io ? io : new IOException(e));
        }
    }

    /** Takes forgotten words out of the files of both indexes. */
    synchronized void dropForgotten() {
        try {
            for (var index : new Index[] {serving, building}) if (index != null) index.dropForgotten();
        } catch (IOException | AlreadyClosedException e) {
            damaged = true;
            throw new UncheckedIOException(e instanceof IOException io ? io : new IOException(e));
        }
    }

    /** Begins to build anew unless that is under way. */
    synchronized void rebuild() {
        try {
            if (building == null) begin();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Index serving() {
        var index = serving;
        if (index == null) throw new AlreadyClosedException("closed");
        return index;
    }

    private void commit(Index index, Instant now) throws IOException {
        index.commit();
        committedAt = now;
    }

    private boolean follow(Index index) throws IOException {
        var next = followers.read(index.place(), EVENTS);
        var numbers = next.events().stream().map(Event::subject).distinct().flatMap(Following::number).toList();
        if (!numbers.isEmpty()) {
            index.put(cases.texts(numbers));
            if (next.events().stream().anyMatch(e -> e.name().equals(FORGOTTEN))) index.noteForgotten();
            index.refresh();
        }
        index.reached(next.upTo());
        return next.events().size() == EVENTS;
    }

    private static java.util.stream.Stream<CaseNumber> number(String subject) {
        return CaseNumber.read(subject).filter(number -> number.text().equals(subject)).stream();
    }

    private boolean build(Index index) throws IOException {
        var numbers = cases.numbersAfter(index.builtUpTo(), CASES);
        if (!numbers.isEmpty()) {
            index.put(cases.texts(numbers));
            index.built(numbers.getLast().text(), false);
            sinceCommit += numbers.size();
            taken += numbers.size();
        }
        if (numbers.size() < CASES) return finish(index);
        if (sinceCommit >= CASES_BETWEEN_COMMITS) {
            index.commit();
            index.refresh();
            sinceCommit = 0;
            LOG.info("search index {}: {} cases are in it", index.folder().getFileName(), taken);
        }
        return true;
    }

    /** Takes in what happened meanwhile, makes it last, and only then lets it answer. */
    private boolean finish(Index index) throws IOException {
        while (follow(index)) LOG.debug("catching up");
        index.built(index.builtUpTo(), true);
        index.commit();
        index.refresh();
        var old = serving;
        serving = index;
        building = null;
        Files.deleteIfExists(wanted);
        LOG.info("search index {} is complete: {} cases", index.folder().getFileName(), size(index));
        if (old != null && old != index) drop(old);
        return true;
    }

    private static int size(Index index) throws IOException {
        return index.read(searcher -> searcher.getIndexReader().numDocs());
    }

    private void reopen() throws IOException {
        LOG.warn("search index is opened again after an error");
        for (var index : new Index[] {serving, building}) if (index != null) closeQuietly(index);
        serving = null;
        building = null;
        open();
    }

    private static void closeQuietly(Index index) {
        try {
            index.close();
        } catch (IOException | AlreadyClosedException e) {
            LOG.debug("closing", e);
        }
    }

    @Override public synchronized void close() {
        for (var index : serving == building ? List.of(serving()) : new java.util.ArrayList<>(java.util.Arrays.asList(serving, building))) {
            if (index == null) continue;
            try {
                if (index.hasUncommitted()) index.commit();
            } catch (IOException | AlreadyClosedException e) {
                LOG.warn("search index could not be written at the end; it will be caught up from the events");
            }
            closeQuietly(index);
        }
        serving = null;
        building = null;
    }
}
