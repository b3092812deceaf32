package lianqiao.insight;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The names of provinces, cities, districts and towns that ship with the program. Source and licence: docs/decisions/data.md. */
final class Divisions {
    private static final List<String> NAMES = read();

    private Divisions() {}

    /** Together with the names that a town has for its own parts. */
    static PlaceNames with(List<String> own) {
        return PlaceNames.of(Stream.concat(NAMES.stream(), own.stream()).toList(), List.of());
    }

    private static List<String> read() {
        try (var in = Objects.requireNonNull(Divisions.class.getResourceAsStream("/places/cn.txt"));
             var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
