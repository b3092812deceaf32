package lianqiao.authenticity;

import lianqiao.base.Public;

/**
 * A part of a text as written, from {@code from} to before {@code to}.
 *
 * @param others how many other people wrote every phrase of it, at least; {@link Phrases#MOST_COUNTED} stands for "so many or more"
 */
public record Span(int from, int to, int others) implements Public {}
