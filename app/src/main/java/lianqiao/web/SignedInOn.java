package lianqiao.web;

import java.time.Instant;

/**
 * One line of the list of devices somebody is signed in on.
 *
 * @param device coarse; empty when it could not be told
 * @param here whether it is the one in the reader's hands
 */
public record SignedInOn(String id, String device, Instant since, Instant last, boolean here) {}
