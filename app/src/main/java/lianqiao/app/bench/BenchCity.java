package lianqiao.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import lianqiao.app.RunningServer;
import lianqiao.app.Settings;
import lianqiao.app.bench.CorpusCase.Choices;
import lianqiao.offices.DirectoryFiles;
import lianqiao.offices.Offices;
import lianqiao.store.EmbeddedPostgres;

/**
 * An installation of a bench's own in a folder inside the data folder: the starting directory, some invented areas, and
 * as many invented cases as asked for. A mark says how many; a folder without it is half-made and thrown away.
 */
final class BenchCity {
    private static final int AREAS = 16;
    private static final String MARK = "corpus-1";

    private final Stand stand;
    private final Path folder;

    private BenchCity(Stand stand, Path folder) {
        this.stand = stand;
        this.folder = folder;
    }

    /** A new one without cases; what an earlier run left there is gone. */
    static BenchCity fresh(Stand stand, String name) {
        var city = new BenchCity(stand, stand.data().resolve(name).toAbsolutePath().normalize());
        city.erase();
        city.found();
        return city;
    }

    /** The one an earlier run kept whole, or a new one. */
    static BenchCity keptOrFresh(Stand stand, String name) {
        var city = new BenchCity(stand, stand.data().resolve(name).toAbsolutePath().normalize());
        if (Files.exists(city.mark())) return city;
        city = fresh(stand, name);
        city.introduceFollowers();
        return city;
    }

    /** Serves once, so that every follower of the events is known by name before the corpus is written behind its back. */
    private void introduceFollowers() {
        try (var served = ServedCity.start(this, ""); var store = store()) {
            for (int turn = 0; turn < 150 && served.isAlive() && store.followers().isEmpty(); turn++) ServedCity.rest(Duration.ofMillis(100));
        }
    }

    Path folder() {
        return folder;
    }

    private Path mark() {
        return folder.resolve(MARK);
    }

    /** On a free port; the environment of the caller does not count. */
    Settings settings() {
        return Settings.read(Map.of(), Map.of("port", "" + FreePort.next(), "data", folder.toString()));
    }

    private void found() {
        try (var rooms = RunningServer.startBeside(settings())) {
            var files = folder.resolve("directory");
            DirectoryFiles.lay(name -> BenchCity.class.getResourceAsStream("/starter/" + name), files);
            var areas = new StringBuilder();
            for (int i = 1; i <= AREAS; i++) areas.append("area-%02d,city,第%d街道,District %d%n".formatted(i, i, i));
            Files.writeString(files.resolve("areas.csv"), areas, StandardOpenOption.APPEND);
            var bad = rooms.room(DirectoryFiles.class).takeIn(files).bad();
            if (!bad.isEmpty()) throw new IllegalStateException(bad.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many cases the corpus has. */
    int cases() {
        try {
            return Files.exists(mark()) ? Integer.parseInt(Files.readString(mark()).strip()) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds cases until there are so many. The search index of before is thrown away. */
    void grow(int to) {
        int from = cases();
        if (from >= to) return;
        try (var rooms = RunningServer.startBeside(settings()); var store = store()) {
            Files.deleteIfExists(mark());
            var offices = rooms.room(Offices.class);
            var choices = new Choices(settings().jurisdiction().code(), offices.services().stream().map(s -> s.code().text()).toList(),
                    offices.areas().stream().map(a -> a.code().text()).toList(), offices.all().stream().map(o -> o.code().text()).toList(),
                    offices.grounds().getFirst().code());
            int tenth = Math.max(5_000, (to - from) / 10);
            store.grow(from, to, choices, stand.clock().instant(), done -> {
                if ((done - from) % tenth == 0) stand.say("%,d cases written", done);
            });
            Files.writeString(mark(), to + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks into the database of a city that is being served or worked in. */
    CorpusStore store() {
        return new CorpusStore(EmbeddedPostgres.join(folder).orElseThrow().owner(), settings().jurisdiction());
    }

    /** The size of everything in one of its folders, in bytes. */
    long bytes(String name) {
        if (!Files.isDirectory(folder.resolve(name))) return 0;
        try (var all = Files.walk(folder.resolve(name))) {
            return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the search index away, so that the next server builds it from nothing. */
    void forgetIndex() {
        erase(folder.resolve("search"));
    }

    void erase() {
        erase(folder);
    }

    static void erase(Path folder) {
        if (!Files.exists(folder)) return;
        try (var all = Files.walk(folder)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
