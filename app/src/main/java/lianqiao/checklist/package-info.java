/** What an officer may look at before an answer is sent: does it take up the question, say who, what, until when and on what rule. Advice, never a gate, never about a person. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "store", "privacy", "offices"})
package lianqiao.checklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
