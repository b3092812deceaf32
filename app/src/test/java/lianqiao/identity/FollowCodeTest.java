package lianqiao.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowCodeTest {
    private static final FollowCode CODE = new FollowCode("0A1B2C3D4E");
    @TempDir
    private Path folder;

    @Test
    void aCodeReadAloudAndTypedCarelesslyIsStillTheCode() {
        for (var typed : List.of("0A1B2-C3D4E", "0a1b2c3d4e", " oa1b2 c3d4e ", "OAIB2－C3D4E", "０Ａl Ｂ２Ｃ３Ｄ４Ｅ")) {
            assertEquals(Optional.of(CODE), FollowCode.read(typed), typed);
        }
        for (var typed : List.of("", "0A1B2-C3D4", "0A1B2-C3D4EE", "UUUUU-UUUUU", "𠮷𠮷𠮷𠮷𠮷")) assertTrue(FollowCode.read(typed).isEmpty(), typed);
    }

    @Test
    void tenThousandCodesAreAllDifferentAndShownInTwoGroups() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 10_000; i++) assertTrue(seen.add(FollowCode.draw().letters()));
        assertEquals("0A1B2-C3D4E", CODE.grouped());
        assertFalse(CODE.toString().contains("0A1B2"));
    }

    @Test
    void onlyTheRightCodeOpensWhatIsStoredAndOnlyWithTheSameKey() {
        var codes = new FollowCodes(Keys.in(folder.resolve("keys")));
        var sealed = codes.sealed(CODE);
        assertEquals(64, sealed.length());
        assertFalse(sealed.contains("0A1B2"));
        assertTrue(codes.opens(CODE, sealed));
        assertFalse(codes.opens(new FollowCode("0A1B2C3D4F"), sealed));
        assertEquals(sealed, new FollowCodes(Keys.in(folder.resolve("keys"))).sealed(CODE));
        assertNotEquals(sealed, new FollowCodes(Keys.in(folder.resolve("other-keys"))).sealed(CODE));
    }
}
