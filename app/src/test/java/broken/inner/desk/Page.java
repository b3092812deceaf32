package broken.inner.desk;

/** May use cases, but not what lies inside it. */
public record Page(broken.inner.cases.sql.Rows rows, broken.inner.cases.Case of) {}
