package broken.doors.cases;

public record Case() {}
