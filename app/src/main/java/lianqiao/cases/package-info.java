/** A service request from receipt to closure: its steps, its owner, its clock and its trail. The only writer of a case's state. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"base", "store", "calendar", "offices", "identity", "privacy"})
package lianqiao.cases;
