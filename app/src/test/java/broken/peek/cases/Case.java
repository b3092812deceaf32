package broken.peek.cases;

public record Case() {}
