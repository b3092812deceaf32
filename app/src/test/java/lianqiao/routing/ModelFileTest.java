package lianqiao.routing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import lianqiao.base.Outcome.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
    private static final Router ROUTER = Letterbox.router();

    private static String refusal(byte[] bytes) {
        return ModelFile.read(bytes) instanceof Refused<Router>(var why, var _) ? why : "read";
    }

    /** As if the file had been made with this content. */
    private static byte[] signed(byte[] bytes) {
        var signed = bytes.clone();
        var hash = Fingerprint.of(signed, signed.length - 32);
        System.arraycopy(hash, 0, signed, signed.length - 32, 32);
        return signed;
    }

    @Test void aModelThatWasWrittenReadsAsTheSameModel(@TempDir Path folder) throws Exception {
        var file = folder.resolve("routing.model");
        ModelFile.write(ROUTER, file);
        ModelFile.write(ROUTER, file);
        assertEquals(1, Files.list(folder).count(), "nothing is left beside it");
        var read = ModelFile.read(file).orThrow();
        assertEquals(ROUTER.record(), read.record());
        for (var one : Letterbox.chinese(100)) {
            assertEquals(ROUTER.suggest(one.text()), read.suggest(one.text()));
            assertEquals(ROUTER.because(one.text(), one.label()), read.because(one.text(), one.label()));
        }
        assertArrayEquals(Files.readAllBytes(file), ModelFile.bytes(read));
    }

    @Test void aByteThatChangedOrIsMissingIsNoticed() throws Exception {
        var bytes = ModelFile.bytes(ROUTER);
        var random = new Random(3);
        for (int i = 0; i < 200; i++) {
            var changed = bytes.clone();
            changed[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            assertEquals("routing.model.broken", refusal(changed));
            assertEquals("routing.model.broken", refusal(Arrays.copyOf(bytes, random.nextInt(bytes.length))));
        }
        assertEquals("routing.model.broken", refusal(new byte[0]));
    }

    @Test void aFileOfAnotherVersionIsToldFromADamagedOne() throws Exception {
        var bytes = ModelFile.bytes(ROUTER);
        bytes[7]++;
        assertEquals("routing.model.other", refusal(signed(bytes)));
        bytes[7]--;
        bytes[11]++;
        assertEquals("routing.model.other", refusal(signed(bytes)), "cut by other rules, the numbers of the pieces mean something else");
        bytes[0]++;
        assertEquals("routing.model.broken", refusal(signed(bytes)));
    }

    @Test void aForgedFileWithWildNumbersIsRefusedAndTakesNoMemory() throws Exception {
        var bytes = ModelFile.bytes(ROUTER);
        var random = new Random(4);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            var forged = bytes.clone();
            int at = 12 + random.nextInt(2_000);
            for (int j = 0; j < 4; j++) forged[at + j] = (byte) random.nextInt(256);
            if (!refusal(signed(forged)).equals("read")) refused++;
        }
        assertTrue(refused > 100, "refused " + refused + " of 300");
        assertFalse(ModelFile.read(signed(new byte[200])).isDone());
    }
}
