/** What every page stands on: language and large type by path, the page frame, words, forms and their tokens, security headers, error pages. Knows no case from an idea. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"base"})
package lianqiao.web;
