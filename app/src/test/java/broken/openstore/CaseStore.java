package broken.openstore;

public record CaseStore() {}
