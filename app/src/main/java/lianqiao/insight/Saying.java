package lianqiao.insight;

import lianqiao.authenticity.Said;
import lianqiao.base.Contribution;

/**
 * A contribution and the text it is folded into: all that these rules know about it.
 *
 * @param letter the text it is a copy of, its own key when it stands alone
 * @param fate where its case stands
 */
record Saying(Contribution said, long letter, Fate fate) {
    long key() {
        return said.key();
    }

    Said counted() {
        return new Said(said.voice(), letter, said.verified());
    }
}
