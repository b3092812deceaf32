package lianqiao.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param first the address of the first page, null when this is it
 * @param older the address of the next page, null when this is the last
 */
public record Page(List<Line> lines, @Nullable String first, @Nullable String older) {}
