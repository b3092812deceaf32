/** What the words of many cases say together. So far: which subject a text is about, suggested with reasons and learned from corrections. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base"})
package lianqiao.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
