package lianqiao.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lianqiao.base.Public;
import lianqiao.cases.Cases;
import lianqiao.store.Database;
import lianqiao.store.Followers;
import org.jspecify.annotations.Nullable;

/**
 * Everybody's door to the cases by their words: it finds public cases by what is published of them, and nothing else
 * exists for it. A change is found about a second after it happened. Thread-safe.
 */
public final class Search implements AutoCloseable {
    private static final int MOST_SIMILAR = 20;

    private final Following following;

    private Search(Following following) {
        this.following = following;
    }

    /**
     * Opens the index in a folder of this node, which nobody else may have open; what is missing or damaged is built
     * anew by {@link #catchUp}.
     */
    public static Search open(Path folder, Cases cases, Database database) {
        try {
            return new Search(new Following(folder, cases, new Followers(database)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #open}, or none when another program has the folder open. */
    public static Optional<Search> openIfFree(Path folder, Cases cases, Database database) {
        try {
            return Optional.of(open(folder, cases, database));
        } catch (Generations.InUse e) {
            return Optional.empty();
        }
    }

    /**
     * How far the index is.
     *
     * @param complete whether everything is found; false while the first index is being built
     * @param building whether an index is being built, perhaps while the one before still answers
     * @param cases how many cases are in the one that answers, confidential ones included
     */
    public record Progress(boolean complete, boolean building, int cases) implements Public {}

    /** Finds public cases. Any text is allowed. */
    public SearchResult find(SearchQuery query) {
        var found = following.read(searcher -> new Asking(searcher, Door.PUBLIC, query).find());
        return new SearchResult(found.hits(), found.total(), found.facets(), found.loose(), found.direct().orElse(null));
    }

    /** Public cases like a text that is being written, most like first, at most {@code most} (up to 20). */
    public List<Similar> similar(String text, int most) {
        return similar(text, null, null, most);
    }

    /** As {@link #similar(String, int)}; cases of this service and this area come first among equals. */
    public List<Similar> similar(String text, @Nullable String service, @Nullable String area, int most) {
        return following.read(searcher -> Likeness.find(searcher, text, service, area, Math.clamp(most, 1, MOST_SIMILAR)));
    }

    /** The officers' door to the same index. */
    public DeskSearch desk() {
        return new DeskSearch(following);
    }

    /**
     * Does the next portion of following the events or building; every node calls it for its own index, again and again.
     *
     * @param now decides when what is in memory is written to disk
     * @return whether there is more to do at once
     */
    public boolean catchUp(Instant now) {
        return following.catchUp(now);
    }

    public Progress progress() {
        int cases = following.read(searcher -> searcher.getIndexReader().numDocs());
        return new Progress(following.isComplete(), following.isBuilding(), cases);
    }

    /** How many cases the index that is being built has taken in since it was opened. */
    public int taken() {
        return following.taken();
    }

    /** Begins to build the index anew beside the present one; {@link #catchUp} does the work. */
    public void rebuild() {
        following.rebuild();
    }

    /** Takes words that were withdrawn out of the files of the index; costs nothing when there are none. */
    void dropForgotten() {
        following.dropForgotten();
    }

    /** Asks the program that has this folder open to build its index anew; {@link #isRebuildWanted} until that is done. */
    public static void wantRebuild(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(Following.wanted(folder), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether building anew was asked for and is not done yet. */
    public static boolean isRebuildWanted(Path folder) {
        return Files.exists(Following.wanted(folder));
    }

    /** Makes what is known last and gives the folder back. */
    @Override public void close() {
        following.close();
    }
}
