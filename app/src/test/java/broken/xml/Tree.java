package broken.xml;

record Tree(org.jdom2.input.SAXBuilder reader) {}
