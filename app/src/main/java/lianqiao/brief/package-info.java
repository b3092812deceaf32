/** The leader's brief: one page every morning with what presses, what is due, overdue and solved, in quotations and numbers that lead to their cases. It sees no person. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "store", "cases", "authenticity", "insight"})
package lianqiao.brief;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
