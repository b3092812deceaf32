package lianqiao.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Identity numbers against vectors that others published, and against every slip of one digit. */
class IdentityNumberTest {
    private static final Path VECTORS = Path.of("..").resolve("..").resolve("shared/data/id-numbers/id_number_vectors.csv");

    @Test void thePublishedVectorsPass() throws IOException {
        assumeTrue(Files.exists(VECTORS), "the vectors lie beside a checkout, see CONTRIBUTING.md");
        int seen = 0;
        var lines = Files.readAllLines(VECTORS);
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split(",", -1);
            if (cells[1].equals("invalid_strict")) continue;   // a code that is younger than its holder: both answers are in use, we keep the number from the public
            assertEquals(cells[1].equals("valid"), IdentityNumber.isValid(cells[0]), line);
            seen++;
        }
        assertEquals(19, seen);
    }

    @Test void everySlipOfOneDigitIsNoticed() {
        var right = "110101199003078670";
        assertTrue(IdentityNumber.isValid(right));
        for (int place = 0; place < 17; place++)
            for (char digit = '0'; digit <= '9'; digit++)
                if (digit != right.charAt(place)) assertFalse(IdentityNumber.isValid(right.substring(0, place) + digit + right.substring(place + 1)), place + " " + digit);
    }
}
