package broken.keeper;

/** A room of rules that keeps a clock instead of being told the time. */
record Keeper(java.time.InstantSource clock) {}
