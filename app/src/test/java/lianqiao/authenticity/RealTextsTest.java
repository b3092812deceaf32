package lianqiao.authenticity;

import static lianqiao.authenticity.Flood.RULES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Real texts beside the checkout; without them these tests are skipped, and {@code ./lianqiao bench copies} says more. */
class RealTextsTest {
    private static final Path FOLDER = Path.of("..").resolve("..").resolve("shared/data/paraphrase-pairs");

    @Test void noPairOfSentencesThatMeanSomethingElseIsFolded() throws IOException {
        var file = FOLDER.resolve("PAWS-X_dev_2k.tsv");
        assumeTrue(Files.isReadable(file), "the paraphrase pairs are not beside this checkout");
        int different = 0;
        int high = 0;
        for (var line : Files.readAllLines(file).stream().skip(1).toList()) {
            var cells = line.split("\t");
            if (!cells[3].equals("0") || cells[1].equals(cells[2])) continue;
            different++;
            var likeness = Likeness.of(cells[1], cells[2], RULES);
            assertEquals(Bond.NONE, likeness.bond(), cells[0]);
            if (likeness.jaccard() >= RULES.variant()) high++;
        }
        assertEquals(1_138, different);
        assertTrue(high > 300, "overlap alone would have folded " + high);
    }
}
