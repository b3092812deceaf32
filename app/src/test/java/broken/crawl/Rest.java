package broken.crawl;

record Rest(org.springframework.web.client.RestClient client) {}
