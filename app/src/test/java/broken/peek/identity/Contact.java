package broken.peek.identity;

public record Contact() {}
