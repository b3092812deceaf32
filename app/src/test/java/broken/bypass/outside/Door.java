package broken.bypass.outside;

record Door(java.net.Socket socket) {}
