package broken.bypass.channels;

record Sneak(java.net.http.HttpClient client) {}
