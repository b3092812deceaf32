package broken.xml;

record Pull(javax.xml.stream.XMLStreamReader reader) {}
