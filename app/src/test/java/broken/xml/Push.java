package broken.xml;

record Push(org.xml.sax.XMLReader reader) {}
