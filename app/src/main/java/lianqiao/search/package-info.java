/** Finds cases by their words: a text index on every node that follows the events and can always be built anew. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "store", "cases"})
package lianqiao.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
