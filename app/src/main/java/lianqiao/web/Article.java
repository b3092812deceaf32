package lianqiao.web;

import java.time.Instant;

/**
 * What the government meta tags say about a page that is an article, such as a case.
 *
 * @param title for ArticleTitle
 * @param published for PubDate; last public change
 * @param source for ContentSource: the office or the resident's word, never a person's name
 */
public record Article(String title, Instant published, String source) {}
