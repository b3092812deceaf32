/** Working days with make-up working days, deadlines, pauses and extensions: pure rules, given the time and never asking for it. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"base"})
package lianqiao.calendar;
