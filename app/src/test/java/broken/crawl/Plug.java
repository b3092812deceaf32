package broken.crawl;

record Plug(java.net.Socket socket) {}
