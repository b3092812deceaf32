package lianqiao.jobs;

import java.time.Instant;
import lianqiao.base.Public;

/**
 * How the last run of a job went.
 *
 * @param node which node ran it
 * @param done false when it broke off; it is tried again at {@code next}
 * @param fault the kind of fault, for the operator; empty when done
 * @param next when it is due again
 */
public record JobRun(String job, String node, Instant started, Instant ended, boolean done, String fault, Instant next) implements Public {}
