package lianqiao.portal;

import java.time.Instant;
import java.util.List;
import lianqiao.base.Text;
import lianqiao.web.FieldError;
import lianqiao.web.Photo;
import lianqiao.web.Tone;
import org.jspecify.annotations.Nullable;

/**
 * One dated step of the trail as a resident reads it.
 *
 * @param number its place in the history, for links to it
 * @param title what happened
 * @param by for whom it was done; null when the title says so
 * @param says what it means, sentence by sentence
 * @param text what somebody wrote, empty when nothing
 * @param tombstone whether it says that something was taken from the public
 */
public record Step(int number, Instant at, @Nullable Tone tone, Said title, @Nullable Text by, List<Said> says, String text, List<Photo> photos,
                   boolean tombstone) {

    /** A sentence of the words files with what fills its places. */
    public record Said(String key, List<Object> places) {
        static Said of(String key, Object... places) {
            return new Said(key, List.of(places));
        }

        /** The sentence in the reader's language. */
        public String in(lianqiao.web.Frame frame) {
            return new FieldError("", key, places).in(frame);
        }
    }
}
