package lianqiao.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hostile text in every parameter and place of every route of the real program, and what must hold for every answer. */
class AttackTest {
    @Test void noRouteOfTheProgramGivesAnAttackerAnything() throws IOException, InterruptedException {
        var siege = Besieged.siege(false);
        assertTrue(siege.routes().size() > 80, "the program names its routes");
        assertEquals(List.of(), siege.run(List.of(siege.deskDoor())));
    }
}
