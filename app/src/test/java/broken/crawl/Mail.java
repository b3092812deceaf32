package broken.crawl;

record Mail(jakarta.mail.Transport transport) {}
