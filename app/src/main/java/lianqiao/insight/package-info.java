/** What many residents say together: which issues are hot, what presses, found as they come and refined each night, with every figure linked to its cases. It knows nobody. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "store", "cases", "authenticity"})
package lianqiao.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
