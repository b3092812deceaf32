package lianqiao.web;

/**
 * A picture on a page.
 *
 * @param path the full picture, without prefixes
 * @param thumbnail the small one
 * @param alt what it shows, or why it is not shown
 * @param width of the thumbnail in pixels, so that nothing jumps
 * @param height of the thumbnail in pixels
 */
public record Photo(String path, String thumbnail, String alt, int width, int height) {}
