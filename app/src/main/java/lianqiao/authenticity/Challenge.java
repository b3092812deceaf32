package lianqiao.authenticity;

import java.time.Instant;

/**
 * The check as a form carries it: find the number below {@link #cost} whose hash together with {@link #id} is
 * {@link #target}, or send the form after {@link #ready} without any number. It is bound to one form of one thing on one
 * installation and good once.
 *
 * @param token everything the server has to know, signed; the form brings it back
 * @param id 22 letters
 * @param target SHA-256 of the id, a dot and the number, in base64url
 */
public record Challenge(String token, String id, String target, int cost, Instant ready, Instant expires) {}
