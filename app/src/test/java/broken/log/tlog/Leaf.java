package broken.log.tlog;

public record Leaf() {}
