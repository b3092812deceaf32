package broken.xml;

record Dom(javax.xml.parsers.DocumentBuilder reader) {}
