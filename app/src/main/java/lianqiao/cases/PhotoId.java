package lianqiao.cases;

import java.util.UUID;
import lianqiao.base.Public;

/** A stored photo: random, so that it cannot be guessed, and free of any name the sender gave the file. */
public record PhotoId(UUID id) implements Public {
    @Override public String toString() {
        return id.toString();
    }
}
