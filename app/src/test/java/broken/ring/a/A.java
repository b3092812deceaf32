package broken.ring.a;

public record A(broken.ring.b.B b) {}
