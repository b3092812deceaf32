/** Runs what the timetable names: once among all nodes or on each of them, and remembers how the last run went. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "store"})
package lianqiao.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
