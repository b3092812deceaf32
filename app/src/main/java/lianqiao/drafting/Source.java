package lianqiao.drafting;

/**
 * A public text that a draft is made from.
 *
 * @param reference what people call it, for example the number of an entry
 * @param text masked, as everybody may read it
 */
public record Source(String reference, String text) {
    @Override public String toString() {
        return "Source[" + reference + "]";
    }
}
