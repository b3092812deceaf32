package broken.bypass.channels.mail;

/** Where letters are written the mail library may be used. */
record Post(jakarta.mail.Transport transport) {}
