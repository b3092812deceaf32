package lianqiao.web;

import java.util.List;

/**
 * What is wrong with one field.
 *
 * @param field the field's name, which is also the id that the summary links to
 * @param key the sentence in the words files
 * @param places what fills its places
 */
public record FieldError(String field, String key, List<Object> places) {
    public FieldError {
        places = List.copyOf(places);
    }

    /** The sentence, in the reader's language. */
    public String in(Frame frame) {
        return frame.say(key, places.toArray());
    }
}
