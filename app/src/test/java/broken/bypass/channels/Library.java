package broken.bypass.channels;

record Library(org.apache.hc.client5.http.classic.HttpClient client) {}
