package lianqiao.outside;

import java.io.IOException;

/** A call that was not made. The message names the place and the reason: both come from the operator's settings, never from a person. */
public final class NotAllowed extends IOException {
    private static final long serialVersionUID = 1L;

    NotAllowed(String place, String why) {
        super(place + " is not called: " + why);
    }
}
