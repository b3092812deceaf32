package lianqiao.search;

import java.time.Instant;

/** Takes words that were withdrawn out of the files of this node's index; nobody finds them any more a second after they went. */
public final class DropForgottenWords {
    private final Search search;

    public DropForgottenWords(Search search) {
        this.search = search;
    }

    public void run(Instant now) {
        search.dropForgotten();
    }
}
