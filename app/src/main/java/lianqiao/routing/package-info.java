/** Which subject a text is about: suggested with the words that decided, never decided, and learned from corrections at once. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "store", "offices", "authenticity"})
package lianqiao.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
