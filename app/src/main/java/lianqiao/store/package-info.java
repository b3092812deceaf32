/** Keeps what must not be lost: the PostgreSQL server, its migrations, transactions and the append-only events. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base"})
package lianqiao.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
