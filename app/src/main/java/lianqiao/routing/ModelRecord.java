package lianqiao.routing;

import java.time.Instant;
import java.util.Optional;
import lianqiao.base.Public;

/**
 * Where a model comes from and what it can do; the model card is written from it. Kept inside the model's file.
 *
 * @param version day of training and the first signs of the fingerprint
 * @param source in words: whose messages, of when, labelled by whom
 * @param texts how many texts were trained on, near copies counted once
 * @param fingerprint SHA-256 over the texts and labels in order, so that a training can be repeated and compared
 * @param held the scores on a fifth of the texts, kept apart in a training of their own; none for a model without training
 */
public record ModelRecord(String version, Instant trained, String source, int texts, int pieces, String fingerprint, Optional<Scores> held) implements Public {}
