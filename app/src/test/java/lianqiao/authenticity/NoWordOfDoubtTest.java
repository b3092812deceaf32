package lianqiao.authenticity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Nothing that the program says about folds and surges calls a person or a text false. */
class NoWordOfDoubtTest {
    private static final Path WORDS = Path.of("src/main/resources/words");
    private static final Pattern DOUBT = Pattern.compile("(?i)\\b(fake|false|bots?|trolls?|fraud\\w*|inauthentic|suspicious|suspect\\w*|manipulat\\w*|spam\\w*|astroturf\\w*)\\b|水军|虚假|造假|作假|假冒|可疑|嫌疑|操纵|煽动|闹事|恶意|机器人");
    private static final Pattern ABOUT = Pattern.compile("(?:fold|folds|surge|surges|review|coverage|own\\.fold|case\\.folded)[.\\w-]*\\s*=.*");

    private static List<String> faults(List<String> lines) {
        return lines.stream().filter(line -> ABOUT.matcher(line).matches() && DOUBT.matcher(line).find()).toList();
    }

    @Test void neitherLanguageHasOne() throws IOException {
        var faults = new ArrayList<String>();
        int read = 0;
        for (var file : List.of("authenticity", "portal", "desk")) for (var language : List.of("", "_zh_CN")) {
            var lines = Files.readAllLines(WORDS.resolve(file + language + ".properties"));
            read += (int) lines.stream().filter(line -> ABOUT.matcher(line).matches()).count();
            faults.addAll(faults(lines));
        }
        assertTrue(read > 300, read + " sentences");
        assertEquals(List.of(), faults);
    }

    @Test void barksAtOne() {
        assertEquals(List.of("fold.x = This is spam", "surge.y = 疑似水军"), faults(List.of("fold.x = This is spam", "surge.y = 疑似水军", "fold.z = One letter", "other = fake")));
    }
}
