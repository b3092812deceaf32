package lianqiao.app.commands;

import java.io.PrintStream;

/** One word of {@code ./lianqiao WORD …}. Listed in {@link Commands}; its help stands in words/app under {@code app.help.WORD}. */
public interface Command {
    /** The word on the command line. */
    String name();

    /** Does the whole job; what people should read goes to {@code out}. Answers the exit code: 0 done, 1 not done, 2 wrongly called. */
    int run(Call call, PrintStream out);
}
