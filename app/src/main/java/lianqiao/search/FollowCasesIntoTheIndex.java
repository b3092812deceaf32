package lianqiao.search;

import java.time.Instant;

/** Keeps the index of this node in step with the events; while one is being built, a run takes in a good part of it. */
public final class FollowCasesIntoTheIndex {
    private static final int MOST_PORTIONS = 40;

    private final Search search;

    public FollowCasesIntoTheIndex(Search search) {
        this.search = search;
    }

    public void run(Instant now) {
        for (int portion = 0; portion < MOST_PORTIONS; portion++) if (!search.catchUp(now)) return;
    }
}
