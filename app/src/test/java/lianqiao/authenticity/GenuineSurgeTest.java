package lianqiao.authenticity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A real surge of more than two thousand signatures a minute gets no label of doubt; a planted flood from one place does. */
class GenuineSurgeTest {
    private static final Path FOLDER = Path.of("..").resolve("..").resolve("shared/data/petition-surge");

    private static List<String[]> rows(String file) throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "the data of a real surge is not beside this checkout: " + FOLDER);
        return Files.readAllLines(FOLDER.resolve(file)).stream().skip(1).map(line -> line.replaceAll("\"[^\"]*\"", "x").split(",")).toList();
    }

    /** Each reading of six hours: how many each place has. */
    private static TreeMap<String, Map<String, Long>> places(int thinned) throws IOException {
        var readings = new TreeMap<String, Map<String, Long>>();
        for (var row : rows("by_constituency_6h.csv")) readings.computeIfAbsent(row[0], _ -> new HashMap<>()).put(row[1], Long.parseLong(row[3]) / thinned);
        return readings;
    }

    private static List<Composition.Place> noted(TreeMap<String, Map<String, Long>> readings) {
        var noted = new ArrayList<Composition.Place>();
        Map<String, Long> before = null;
        for (var reading : readings.values()) {
            if (before != null) noted.addAll(Composition.aboveTheirShare(before, reading));
            before = reading;
        }
        return noted;
    }

    @Test void theGenuineSurgeIsNotDoubtedWholeOrThinnedToOneInAHundred() throws IOException {
        assertEquals(124, places(1).size());
        assertEquals(List.of(), noted(places(1)));
        assertEquals(List.of(), noted(places(100)));
    }

    @Test void tenTimesOnePlaceForSixHoursIsNotedAtOnce() throws IOException {
        var clean = places(1);
        var readings = List.copyOf(clean.keySet());
        int planted = 0;
        int found = 0;
        for (int at = 5; at < 40; at += 5) {
            var before = clean.get(readings.get(at - 1));
            for (var place : List.of("E14000768", "S14000022", "E14000540")) {
                var flooded = new HashMap<>(clean.get(readings.get(at)));
                long came = flooded.get(place) - before.get(place);
                if (came < 30) continue;
                flooded.merge(place, 9 * came, Long::sum);
                planted++;
                if (Composition.aboveTheirShare(before, flooded).stream().map(Composition.Place::place).toList().equals(List.of(place))) found++;
            }
        }
        assertEquals(13, planted, "where enough people came for a share");
        assertEquals(planted, found);
    }

    @Test void itsSpeedIsReadPerMinuteAndGapsInTheRecordAreNoFlood() throws IOException {
        var readings = rows("count_historical.csv").stream()
                .map(row -> new Recording.Reading(LocalDateTime.parse(row[0].replace(' ', 'T')).toInstant(ZoneOffset.UTC), Long.parseLong(row[1]))).toList();
        var rates = Recording.rates(readings);
        double all = rates.stream().mapToDouble(Recording.Rate::perMinute).max().orElseThrow();
        double believed = rates.stream().filter(Recording.Rate::believed).mapToDouble(Recording.Rate::perMinute).max().orElseThrow();
        assertEquals(5_742, all, 1, "beside the outages of one evening");
        assertEquals(2_220, believed, 1);
        assertEquals(List.of(-76L, -22L, -13L, -24L), rates.stream().map(Recording.Rate::grown).filter(grown -> grown < 0).toList(), "entries taken back are shown");
    }
}
