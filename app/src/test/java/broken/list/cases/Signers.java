package broken.list.cases;

public record Signers(java.util.List<lianqiao.identity.ResidentId> all) {}
