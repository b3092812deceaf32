package lianqiao.offices;

import java.util.List;

/**
 * A row of a file that could not be taken in. {@code line} is where the row begins, 1 being the column names and 0 the
 * file as a whole; {@code why} is a key of the words files, {@code details} fill its places.
 */
public record BadRow(String file, long line, String why, List<String> details) {
    static BadRow of(String file, long line, String why, String... details) {
        return new BadRow(file, line, why, List.of(details));
    }
}
