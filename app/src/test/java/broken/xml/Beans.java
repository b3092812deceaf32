package broken.xml;

record Beans(java.beans.XMLDecoder reader) {}
