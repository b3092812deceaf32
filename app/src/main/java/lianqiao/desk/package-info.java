/** The officers' pages: sign-in, queue by clock, case view, the acts the step table offers, call-backs, the operator's form, settings. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"base", "access", "privacy", "web", "calendar", "offices", "identity", "authenticity", "channels", "cases", "rights", "search", "routing", "checklist", "drafting", "jobs", "insight", "brief"})
package lianqiao.desk;
