package broken.unnamed.b;

public record B() {}
