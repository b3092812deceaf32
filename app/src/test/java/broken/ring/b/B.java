package broken.ring.b;

public record B(broken.ring.a.A a) {}
