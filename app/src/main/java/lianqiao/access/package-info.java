/** Who may see and do what: the table of all addresses, which the program obeys and people can read, and the trail of what officers looked at and changed behind the scenes. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"base", "store"})
package lianqiao.access;
