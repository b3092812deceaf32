/** The dozen words every room uses. No rules, no input or output, nobody's name. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package lianqiao.base;
