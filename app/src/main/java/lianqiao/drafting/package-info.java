/** Asks an institution's own language model for a draft, when a setting names one: public text out, a marked draft in, nothing kept and nothing published. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "outside"})
package lianqiao.drafting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
