package broken.doors.cases;

public record CaseHelper() {}
