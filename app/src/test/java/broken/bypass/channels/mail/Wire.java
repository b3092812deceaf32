package broken.bypass.channels.mail;

/** A line of its own is too much even there. */
record Wire(java.net.Socket socket) {}
