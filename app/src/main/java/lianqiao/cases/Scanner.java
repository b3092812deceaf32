package lianqiao.cases;

import java.util.Optional;

/** Looks for harm in a file as it was sent; stands outside of this room. */
@FunctionalInterface
public interface Scanner {
    /** Whether something was found; empty when nobody can say now. */
    Optional<Boolean> isHarmful(byte[] file);
}
