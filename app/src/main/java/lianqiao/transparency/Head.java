package lianqiao.transparency;

import java.time.Instant;
import lianqiao.store.Followers.Place;
import lianqiao.tlog.Checkpoint;
import lianqiao.tlog.Hash;
import lianqiao.tlog.SignedNote;
import lianqiao.tlog.Tree;

/**
 * The newest checkpoint as it stands in the database: what the log goes on from.
 *
 * @param tree its right edge; its root is the checkpoint's
 * @param place up to which leaves have been taken up
 * @param note signed by the log, without cosignatures
 */
record Head(Tree tree, Place place, SignedNote note, Instant signedAt) {
    long size() {
        return tree.size();
    }

    Hash root() {
        return tree.root();
    }

    /** Whether edge, text and size belong together; a row in which they do not was not written by this program. */
    boolean isSound(String origin) {
        return note.text().equals(Checkpoint.of(origin, tree).text());
    }
}
