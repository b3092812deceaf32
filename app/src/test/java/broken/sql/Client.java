package broken.sql;

record Client(org.springframework.jdbc.core.simple.JdbcClient client) {}
