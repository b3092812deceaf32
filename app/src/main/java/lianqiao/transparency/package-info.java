/** The public log: every public step as a leaf without personal text, signed checkpoints, witnesses, and a receipt that anybody can check. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"base", "store", "outside"})
package lianqiao.transparency;
