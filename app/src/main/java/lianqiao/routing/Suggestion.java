package lianqiao.routing;

import java.util.List;
import lianqiao.base.Public;

/**
 * The labels a text most likely belongs to, best first.
 *
 * @param top three, or fewer where there are fewer labels
 * @param margin by how much the first is ahead of the second
 * @param model the version of the model that says so, to be kept beside what was done with it
 */
public record Suggestion(List<Choice> top, double margin, Advice advice, String model) implements Public {}
