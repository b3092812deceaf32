package broken.call.cases;

public record Received(lianqiao.identity.ResidentId who) {}
