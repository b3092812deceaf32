package lianqiao.privacy;

import org.jspecify.annotations.Nullable;

/**
 * A part of a text as its author wrote it, for showing them what will be masked. It may hold a detail and must not
 * leave the author's own page.
 *
 * @param kind what it is when it will be masked; null for what everybody may read
 */
public record Piece(String text, Detail.@Nullable Kind kind) {
    /** The kind only: what people write does not belong into a log. */
    @Override public String toString() {
        return "Piece[" + kind + "]";
    }
}
