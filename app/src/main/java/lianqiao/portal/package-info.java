/** The public pages: ask, follow, read, search. Every journey is complete without a script and without a cookie. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"base", "privacy", "web", "calendar", "offices", "identity", "authenticity", "channels", "cases", "rights", "search", "insight", "transparency"})
package lianqiao.portal;
