@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule
package broken.unnamed.b;
