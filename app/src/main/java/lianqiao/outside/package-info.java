/** The one way out: whom the program may call, what an address may lead to, and the only lines that are ever opened to elsewhere. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package lianqiao.outside;
