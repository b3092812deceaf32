/** All doors: every message to the institution comes in through one hall, and every notice to a resident goes out from here. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"base", "store", "offices", "identity", "cases", "authenticity", "outside"})
package lianqiao.channels;
