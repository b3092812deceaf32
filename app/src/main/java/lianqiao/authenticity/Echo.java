package lianqiao.authenticity;

import java.util.List;
import lianqiao.base.Public;

/**
 * One text, many voices.
 *
 * @param medoid the text that is shown for all: the one most like the others
 * @param members the keys of all its texts, oldest first
 * @param voices how many different people wrote them
 */
public record Echo(long medoid, List<Long> members, int voices) implements Public {
    public Echo {
        members = List.copyOf(members);
    }
}
