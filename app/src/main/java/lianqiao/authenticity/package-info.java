/** What keeps a flood from drowning the rest: one table of limits, counted blind, and the folding of copied texts into one text with many voices, with its reason. It knows nobody. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"base", "store"})
package lianqiao.authenticity;
