package lianqiao.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import lianqiao.town.RunningTown;
import org.junit.jupiter.api.Test;

/** Hostile text in every parameter and place of every route of the real program, and what must hold for every answer. */
class AttackTest {
    @Test void noRouteOfTheProgramGivesAnAttackerAnything() throws IOException, InterruptedException {
        var town = RunningTown.open();
        var siege = new Siege(town.address(), town::room, route -> true);
        assertTrue(siege.routes().size() > 80, "the program names its routes");
        assertEquals(List.of(), siege.run(List.of(siege.deskDoor())));
    }
}
