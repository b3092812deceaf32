/** Open data for everybody: what the portal shows, in forms that programs read. It exposes nothing that the portal hides. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"base", "offices", "cases"})
package lianqiao.api;
