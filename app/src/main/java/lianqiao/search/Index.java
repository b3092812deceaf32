package lianqiao.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lianqiao.cases.CaseText;
import lianqiao.store.Followers.Place;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FileSwitchDirectory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NIOFSDirectory;

/**
 * One index in one folder. Each commit carries the place in the events up to which it is right, so that after a kill
 * at any moment the last commit is opened and the events after it are taken in again, which changes nothing. One
 * thread writes; any number read.
 */
final class Index implements AutoCloseable {
    /** What is kept in memory before it is written to a file; with merges of one thread, about twice that is in use. */
    private static final double BUFFER_MB = 32;

    private final Path folder;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private Place place;
    private String builtUpTo;
    private boolean complete;
    private boolean uncommitted;
    private boolean holdsForgotten;

    private Index(Path folder, Directory directory, IndexWriter writer, Place start) throws IOException {
        this.folder = folder;
        this.directory = directory;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, null);
        var last = committed(directory);
        place = last.containsKey("tx") ? new Place(last.get("tx"), Long.parseLong(last.get("position"))) : start;
        builtUpTo = last.getOrDefault("builtUpTo", "");
        complete = Boolean.parseBoolean(last.get("complete"));
        holdsForgotten = Boolean.parseBoolean(last.get("holdsForgotten"));
    }

    /** Work on what an index holds. */
    interface Reading<T> {
        T read(IndexSearcher searcher) throws IOException;
    }

    /**
     * Opens the index of a folder, or begins an empty one.
     *
     * @param start the place from which the events count for an empty one
     * @throws IOException also when the index is damaged or was made by an earlier program
     */
    static Index open(Path folder, Place start) throws IOException {
        var directory = directory(folder);
        IndexWriter writer = null;
        try {
            if (DirectoryReader.indexExists(directory)) checkShape(committed(directory));
            writer = new IndexWriter(directory, config());
            return new Index(folder, directory, writer, start);
        } catch (IOException | RuntimeException e) {
            if (writer != null) writer.rollback();
            directory.close();
            throw e;
        }
    }

    /**
     * Texts and the positions of words are most of the bytes and are read for the few hits that are shown: read from the file
     * they stay in the system's cache, while mapped into memory they would make the program look twice as large as it is.
     */
    private static Directory directory(Path folder) throws IOException {
        return new FileSwitchDirectory(Set.of("fdt", "pos"), new NIOFSDirectory(folder), new MMapDirectory(folder), true);
    }

    private static void checkShape(Map<String, String> committed) throws IOException {
        if (!Analysis.SHAPE.equals(committed.get("shape"))) throw new IOException("made by another version");
    }

    private static IndexWriterConfig config() {
        var merges = new ConcurrentMergeScheduler();
        merges.setMaxMergesAndThreads(3, 1);
        return new IndexWriterConfig(Analysis.TERMS).setRAMBufferSizeMB(BUFFER_MB).setMergeScheduler(merges).setCommitOnClose(false)
                .setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0));
    }

    private static Map<String, String> committed(Directory directory) throws IOException {
        return DirectoryReader.indexExists(directory) ? org.apache.lucene.index.SegmentInfos.readLatestCommit(directory).getUserData() : Map.of();
    }

    Path folder() {
        return folder;
    }

    /** Up to where the events are in it. */
    Place place() {
        return place;
    }

    /** The last number that building has reached; empty at the beginning. */
    String builtUpTo() {
        return builtUpTo;
    }

    /** Whether building has reached all cases. */
    boolean isComplete() {
        return complete;
    }

    boolean hasUncommitted() {
        return uncommitted;
    }

    /** Puts cases in, each in the place of what was there under its number. */
    void put(List<CaseText> cases) throws IOException {
        for (var one : cases) writer.updateDocument(Documents.key(one.number()), Documents.of(one));
        uncommitted = true;
    }

    /** Notes that words were taken out which the files still hold: what is replaced goes from them only when they are merged. */
    void noteForgotten() {
        holdsForgotten = true;
        uncommitted = true;
    }

    /** Writes the files anew that hold what was replaced, if words were forgotten since the last time; reads on undisturbed. */
    void dropForgotten() throws IOException {
        if (!holdsForgotten) return;
        writer.forceMergeDeletes(true);
        holdsForgotten = false;
        commit();
        refresh();
        writer.deleteUnusedFiles();
    }

    /** Notes how far the events are in. */
    void reached(Place upTo) {
        if (upTo.equals(place)) return;
        place = upTo;
        uncommitted = true;
    }

    /** Notes how far building has come. */
    void built(String upTo, boolean all) {
        builtUpTo = upTo;
        complete = all;
        uncommitted = true;
    }

    /** Lets readers see what was put in. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** Makes everything so far last through a crash. Killed inside, the commit before counts. */
    void commit() throws IOException {
        var data = new HashMap<String, String>();
        data.put("shape", Analysis.SHAPE);
        data.put("tx", place.tx());
        data.put("position", Long.toString(place.position()));
        data.put("builtUpTo", builtUpTo);
        data.put("complete", Boolean.toString(complete));
        data.put("holdsForgotten", Boolean.toString(holdsForgotten));
        writer.setLiveCommitData(data.entrySet());
        writer.commit();
        uncommitted = false;
    }

    <T> T read(Reading<T> reading) throws IOException {
        var searcher = searchers.acquire();
        try {
            return reading.read(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    /** Gives everything back; what was not committed is taken from the events again. Readers under way finish undisturbed. */
    @Override public void close() throws IOException {
        try (directory) {
            searchers.close();
            writer.rollback();
        }
    }
}
