package lianqiao.drafting;

import java.net.URI;

/**
 * Where the language model answers.
 *
 * @param address the whole address of the chat endpoint
 * @param model its name there
 * @param key sent as bearer; empty when none is needed
 */
public record Endpoint(URI address, String model, String key) {
    /** Without the key. */
    @Override public String toString() {
        return model + " at " + address.getHost();
    }
}
