/** Who may ask for what: one table of all addresses, which the program obeys and people can read. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"base"})
package lianqiao.access;
