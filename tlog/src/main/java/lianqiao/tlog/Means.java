package lianqiao.tlog;

/**
 * The means by which something wrong was noticed. A verifier names it, so that whoever hears "this log is not in order"
 * also hears what was compared with what; the tests require of every kind of tampering that the expected means finds it.
 */
public enum Means {
    /** The bytes are not what the specification says: a note, a proof, a bundle, a key, a policy, a leaf. */
    FORMAT,
    /** A trusted key's signature is missing or does not verify (signed-note). */
    SIGNATURE,
    /** The checkpoint speaks for another log than the one asked about (tlog-checkpoint, origin line). */
    ORIGIN,
    /** Too few of the trusted witnesses signed (tlog-policy). */
    QUORUM,
    /** The root computed from the tiles is not the signed one (tlog-tiles). */
    ROOT_OF_TILES,
    /** An entry's hash is not the one in its tile of level 0. */
    ENTRY_AND_TILE,
    /** An inner tile is not what the tiles below it hash to. */
    INNER_TILE,
    /** The root recomputed from every entry is not the signed one (RFC 6962, section 2.1). */
    ROOT_OF_ENTRIES,
    /** An inclusion proof does not lead to the signed root (RFC 6962, section 2.1.1). */
    INCLUSION,
    /** The log is smaller than a checkpoint it signed earlier. */
    SHRUNK,
    /** Two signed checkpoints of the same size have different roots: two readers were shown two logs. */
    SPLIT,
    /** What an earlier checkpoint covered is no longer the beginning of the log (RFC 6962, section 2.1.2). */
    APPEND_ONLY,
    /** The newest cosignature is older than it may be: an old checkpoint is being shown. */
    AGE,
    /** An entry claims a time that the cosignatures around it exclude. */
    ENTRY_TIME,
    /** A file or an answer is missing, unreachable or too large. */
    UNREADABLE,
    /** A file that is written once already holds something else. */
    WRITTEN_ONCE,
    /** The one who asks starts from another size than the one that is stored (tlog-witness). */
    STALE
}
