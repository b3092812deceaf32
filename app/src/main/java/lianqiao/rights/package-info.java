/** Notices of people who say that a public case violates a right of theirs: what each is about, what the two sides are told, and the clock after a counter-statement. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "store", "offices", "privacy", "cases"})
package lianqiao.rights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
