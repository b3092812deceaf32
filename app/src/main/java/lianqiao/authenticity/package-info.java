/** What keeps a flood from drowning the rest: one table of limits, and a check when one is near. It never looks at what anybody says, and knows nobody. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"base", "store"})
package lianqiao.authenticity;
