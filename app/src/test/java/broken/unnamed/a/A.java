package broken.unnamed.a;

/** Stands in a package that says nothing about itself. */
public record A() {}
