/** Measurements against the published bars: {@code ./lianqiao bench NAME}. Each works in a folder of its own inside the data folder. */
@NullMarked
package lianqiao.app.bench;

import org.jspecify.annotations.NullMarked;
