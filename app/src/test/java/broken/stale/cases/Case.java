package broken.stale.cases;

public record Case() {}
