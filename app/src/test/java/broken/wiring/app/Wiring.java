package broken.wiring.app;

record Wiring(org.springframework.jdbc.core.simple.JdbcClient client) {}
