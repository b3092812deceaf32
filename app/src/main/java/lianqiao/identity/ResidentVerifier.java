package lianqiao.identity;

import java.time.Instant;
import java.util.Map;
import lianqiao.base.Outcome;
import lianqiao.base.Text;

/**
 * Somebody who can say that a person is a resident: a city's or the nation's identity service, another login, a clerk at a
 * counter. We are told that it is so and a name that means something only to the two of us; we ask for nothing else.
 */
public interface ResidentVerifier {
    /** Stands in addresses: small letters, digits and hyphens. */
    String id();

    /** As people know it. */
    Text name();

    /** Who answers for it, as it stands in what it confirms. */
    String issuer();

    /**
     * Where to send the browser: an absolute address, or a path of our own that begins with a slash. Refused when it cannot
     * be reached.
     *
     * @param back where the browser is to come back to, absolute
     */
    Outcome<String> start(Secrets secrets, String back, Instant now);

    /**
     * The browser has come back.
     *
     * @param answer what stood in the address it came back to, or in the form
     */
    Outcome<Verified> callback(Secrets secrets, String back, Map<String, String> answer, Instant now);

    /**
     * What binds an answer to the try it belongs to; 64 letters each, never stored and never printed.
     *
     * @param state comes back with the answer
     * @param nonce comes back inside the signed part
     * @param verifier shows that whoever asks for the token is who began (PKCE)
     */
    record Secrets(String state, String nonce, String verifier) {
        @Override public String toString() {
            return "Secrets[hidden]";
        }
    }

    /**
     * A person is a resident.
     *
     * @param issuer who says so
     * @param subject the issuer's name for them towards us; only its keyed hash is kept
     * @param assurance how sure the issuer is, in its own word; may be empty
     */
    record Verified(String issuer, String subject, String assurance, Instant at) {
        @Override public String toString() {
            return "Verified[" + issuer + "]";
        }
    }
}
