package broken.crawl;

record Template(org.springframework.web.client.RestTemplate client) {}
