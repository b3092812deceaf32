/** What a person can ask for in the terminal: one class per word behind {@code ./lianqiao}. */
@NullMarked
package lianqiao.app.commands;

import org.jspecify.annotations.NullMarked;
