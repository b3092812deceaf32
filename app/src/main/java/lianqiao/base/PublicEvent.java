package lianqiao.base;

import java.time.Instant;

/** A fact about a case or an idea that has happened and that anyone may read: past tense, told without a person. */
public interface PublicEvent extends Public {
    /** When it happened. */
    Instant at();
}
