package broken.crawl;

record Old(java.net.URLConnection connection) {}
