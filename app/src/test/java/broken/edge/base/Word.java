package broken.edge.base;

/** The lowest room looks up, which its list does not allow. */
public record Word(broken.edge.cases.Case of) {}
