package lianqiao.outside;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What another server answered, to be believed only after a look.
 *
 * @param headers by their names in lower case; of several with one name the first
 */
public record Answer(int status, Map<String, String> headers, byte[] body) {
    public Answer {
        headers = Map.copyOf(headers);
    }

    /** The body read as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override public String toString() {
        return "Answer[" + status + "]";
    }
}
