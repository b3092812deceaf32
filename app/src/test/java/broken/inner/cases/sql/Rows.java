package broken.inner.cases.sql;

public record Rows() {}
