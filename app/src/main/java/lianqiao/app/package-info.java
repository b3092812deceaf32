/** Puts the rooms together: the command line, the settings, the wiring, the timetable and the only clock. No business rule. */
@NullMarked
@ApplicationModule
package lianqiao.app;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
