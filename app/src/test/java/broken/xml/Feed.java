package broken.xml;

record Feed(com.rometools.rome.io.SyndFeedInput reader) {}
