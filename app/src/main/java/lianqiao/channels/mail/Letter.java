package lianqiao.channels.mail;

import java.time.Instant;
import java.util.List;
import lianqiao.base.Language;
import org.jspecify.annotations.Nullable;

/**
 * A letter ready to go, in one language.
 *
 * @param id what stands before the @ of its Message-ID; the same notice has the same id however often it is sent, so
 *     that the receiving side can tell a repetition
 * @param to the address
 * @param leave the address of the page that ends a subscription, for mail programs that offer a button; none in
 *     letters about the reader's own case
 * @param at the date of the letter
 */
public record Letter(String id, String to, Language language, String subject, List<Part> parts, @Nullable String leave, Instant at) {

    public Letter {
        parts = List.copyOf(parts);
    }

    /** How a part of a letter is set. */
    public enum Kind {
        /** A paragraph of ours. */
        TEXT,
        /** What somebody wrote: set apart, so that it cannot pass for ours. */
        QUOTE,
        /** An address of this site, to be followed. */
        LINK,
        /** The small print. */
        SMALL
    }

    /** One paragraph. */
    public record Part(Kind kind, String text) {}

    /** Names nobody. */
    @Override public String toString() {
        return "Letter[" + id + "]";
    }
}
