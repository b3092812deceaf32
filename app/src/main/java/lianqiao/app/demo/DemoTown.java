package lianqiao.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianqiao.cases.CaseQuery;
import lianqiao.cases.Cases;
import lianqiao.cases.Photos;
import lianqiao.identity.OfficerLogins;
import lianqiao.identity.Residents;
import lianqiao.offices.DirectoryFiles;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.Officer;
import lianqiao.offices.OfficerId;
import lianqiao.offices.Offices;
import lianqiao.store.Database;

/**
 * The invented city of the folder {@code town}, brought into an installation that is empty. What is there already stays
 * as it is; an installation with offices of its own gets nothing. The cases come in one transaction: all of them or,
 * after a crash, none.
 */
public final class DemoTown {
    private static final OfficeCode ROOT = new OfficeCode("wuqiao");

    private final Database database;
    private final Offices offices;
    private final OfficerLogins logins;
    private final Residents residents;
    private final Cases cases;
    private final Photos photos;
    private final ZoneId zone;
    private final Path data;

    /**
     * @param zone the installation's, for the hours of the day at which things happened
     * @param data the installation's folder; nothing is written outside of it
     */
    public DemoTown(Database database, Offices offices, OfficerLogins logins, Residents residents, Cases cases, Photos photos, ZoneId zone, Path data) {
        this.database = database;
        this.offices = offices;
        this.logins = logins;
        this.residents = residents;
        this.cases = cases;
        this.photos = photos;
        this.zone = zone;
        this.data = data;
    }

    /**
     * What came of it.
     *
     * @param cases how many cases were brought in; 0 when there were some already
     * @param refused acts of the stories that the house did not allow; a test keeps this empty
     */
    public record Filled(int cases, List<String> refused) {}

    /** Fills what is empty. {@code keys} says the password and the second factor that every demonstration login gets. */
    public Filled fill(DemoKeys keys, Instant now) {
        if (offices.isEmpty()) takeInDirectory();
        if (offices.office(ROOT).isEmpty()) return new Filled(0, List.of());
        giveLogins(keys, now);
        if (!cases.list(CaseQuery.inPublic(1)).isEmpty()) return new Filled(0, List.of());
        var stories = Stream.of("cases", "crowds").flatMap(file -> DemoStory.read(Objects.requireNonNull(DemoTown.class.getResourceAsStream("/town/" + file + ".jsonl"))).stream()).toList();
        var replay = new DemoReplay(offices, residents, cases, new DemoPictures(photos), new DemoTimes(now, zone));
        var refused = database.inTransaction(() -> replay.run(stories));
        return new Filled(stories.size(), refused);
    }

    /** The reader of the directory wants a folder, and the city may lie in a jar. */
    private void takeInDirectory() {
        try {
            var folder = data.resolve("town");
            DirectoryFiles.lay(name -> DemoTown.class.getResourceAsStream("/town/" + name), folder);
            var bad = new DirectoryFiles(offices).takeIn(folder).bad();
            if (!bad.isEmpty()) throw new IllegalStateException(bad.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only those a visitor is told about; an administrator lets in the others. Hashing a password is slow on purpose, so all processors share it. */
    private void giveLogins(DemoKeys keys, Instant now) {
        var ready = logins.all().stream().filter(OfficerLogins.Login::hasSecondFactor).map(OfficerLogins.Login::officer).collect(Collectors.toSet());
        guides().stream().map(officer -> officer.id().toString()).filter(login -> !ready.contains(login))
                .toList().parallelStream().forEach(login -> {
                    logins.create(login, keys.password(), now);
                    logins.giveSecondFactor(login, keys.secret());
                });
    }

    /** One officer for each duty a visitor may try, in the order in which a case meets them; none in a city that is not ours. */
    public List<Officer> guides() {
        return DemoKeys.GUIDES.stream().map(login -> offices.officer(new OfficerId(login))).flatMap(Optional::stream).toList();
    }
}
