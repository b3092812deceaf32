package broken.edge.cases;

public record Case() {}
