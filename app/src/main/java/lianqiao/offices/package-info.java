/** Who is there to answer: the tree of offices, their officers, areas and services, and the list that says which office gets which case (派单目录). */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"base", "store"})
package lianqiao.offices;
