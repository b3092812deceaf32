package broken.stale.offices;

/** Declares a use of cases that nothing makes any more. */
public record Office() {}
