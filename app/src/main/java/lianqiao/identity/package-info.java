/** The vault: how to reach a resident, under a key and behind a recorded door, and how officers prove who they are. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"base", "store", "privacy"})
package lianqiao.identity;
