package lianqiao.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lianqiao.store.Followers.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The indexes in the search folder, one sub-folder each, counted upwards. The newest complete one answers; a newer one
 * that is not complete is being built. What cannot be opened is thrown away: it can always be built again.
 */
final class Generations {
    private static final Logger LOG = LoggerFactory.getLogger(Generations.class);

    private final Path folder;

    /** Another program has the index open. */
    static final class InUse extends IllegalStateException {
        private static final long serialVersionUID = 1;

        private InUse(IOException cause) {
            super("the search index is in use by another program", cause);
        }
    }

    Generations(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** Opens every index that can be opened, newest first, and throws the others away. */
    List<Index> open() throws IOException {
        return folders().reversed().stream().flatMap(f -> opened(f).stream()).toList();
    }

    private static Optional<Index> opened(Path folder) {
        try {
            return Optional.of(Index.open(folder, Place.START));
        } catch (org.apache.lucene.store.LockObtainFailedException e) {
            throw new InUse(e);
        } catch (IOException | RuntimeException e) {
            LOG.warn("search index {} cannot be read and will be built anew: {}", folder.getFileName(), e.getClass().getSimpleName());
            discard(folder);
            return Optional.empty();
        }
    }

    /** Begins an empty index after all others. */
    Index begin(Place start) throws IOException {
        var last = folders().stream().map(f -> Integer.parseInt(f.getFileName().toString())).max(Integer::compare).orElse(0);
        return Index.open(Files.createDirectory(folder.resolve("%06d".formatted(last + 1))), start);
    }

    private List<Path> folders() throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(f -> f.getFileName().toString().matches("\\d{6}")).sorted().toList();
        }
    }

    /** Takes an index off the disk. Readers that still have it open finish undisturbed. */
    static void discard(Path index) {
        try (var all = Files.walk(index)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("search index {} could not be removed: {}", index.getFileName(), e.toString());
        }
    }
}
