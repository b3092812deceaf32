package broken.sql;

record Pool(javax.sql.DataSource source) {}
