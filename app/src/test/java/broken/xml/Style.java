package broken.xml;

record Style(javax.xml.transform.Transformer reader) {}
