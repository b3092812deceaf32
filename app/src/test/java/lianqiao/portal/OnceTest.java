package lianqiao.portal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OnceTest {
    @Test void aSendingCountsOnceAndARefusedOneMayBeTriedAgain() {
        var once = new Once();
        assertTrue(once.first("a"));
        assertFalse(once.first("a"));
        once.again("a");
        assertTrue(once.first("a"));
    }
}
