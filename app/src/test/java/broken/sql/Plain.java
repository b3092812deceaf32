package broken.sql;

record Plain(java.sql.Connection connection) {}
