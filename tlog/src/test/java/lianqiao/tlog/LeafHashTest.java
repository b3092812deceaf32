package lianqiao.tlog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class LeafHashTest {
    /** The empty leaf's hash is SHA-256 of one zero byte, a value anyone can recompute: printf '\0' | sha256sum. */
    @Test
    void theEmptyLeafHasTheHashOfOneZeroByte() {
        assertEquals("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                HexFormat.of().formatHex(LeafHash.of(new byte[0])));
    }
}
