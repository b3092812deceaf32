package broken.crawl;

record Http(java.net.http.HttpClient client) {}
