package broken.inner.cases;

public record Case() {}
