package lianqiao.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * Brings one-time codes to people. Letters are one; a gateway for text messages would be another, and as long as there is
 * none, nobody pretends that there is.
 */
public interface CodeCarrier {
    /** Whether it can bring anything there. */
    boolean reaches(Contact contact);

    /** Brings the code of a try to sign in, which it asks for by {@link SignInCodes#toSend} at the last moment; may fail later without harm. */
    void carry(UUID attempt, Instant now);
}
