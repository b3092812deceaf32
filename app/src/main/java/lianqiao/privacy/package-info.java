/** Pure rules about people: which details in a text point at a person, and how they are masked. Stores nothing and knows nobody. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"base"})
package lianqiao.privacy;
