package lianqiao.channels;

import java.util.List;
import lianqiao.base.Language;
import lianqiao.cases.Kind;
import lianqiao.cases.NewCase.Point;
import lianqiao.cases.PhotoId;
import lianqiao.identity.Contact;
import lianqiao.identity.ResidentId;
import lianqiao.offices.AreaCode;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.ServiceCode;
import org.jspecify.annotations.Nullable;

/**
 * A message as any door hands it in, already read and checked by that door's form or protocol.
 *
 * @param contact how the resident can be reached; none when they gave none
 * @param language in which the resident wants to hear from us
 * @param concerns the office a report of wrongdoing is about
 * @param sender the resident who was signed in when filing it; none for everybody else
 * @param key names this one sending, so that it is taken in once however often it arrives; none if the door has no such thing
 */
public record IncomingMessage(
        Door door, Kind kind, ServiceCode service, AreaCode area, String address, @Nullable Point point, String title, String body,
        boolean confidential, @Nullable OfficeCode concerns, @Nullable Contact contact, Language language, @Nullable String key,
        List<PhotoId> photos, @Nullable Sender sender) {

    /**
     * Somebody who is signed in.
     *
     * @param reached whether they want to be reached as they sign in, when the message names no other contact
     * @param verified whether they are a verified resident
     */
    public record Sender(ResidentId resident, boolean reached, boolean verified) {}

    public IncomingMessage {
        photos = List.copyOf(photos);
    }

    /** From somebody who is not signed in. */
    public IncomingMessage(Door door, Kind kind, ServiceCode service, AreaCode area, String address, @Nullable Point point, String title, String body,
            boolean confidential, @Nullable OfficeCode concerns, @Nullable Contact contact, Language language, @Nullable String key, List<PhotoId> photos) {
        this(door, kind, service, area, address, point, title, body, confidential, concerns, contact, language, key, photos, null);
    }

    /** The same from this sender, if there is one. */
    public IncomingMessage from(@Nullable Sender who) {
        return new IncomingMessage(door, kind, service, area, address, point, title, body, confidential, concerns, contact, language, key, photos, who);
    }

    @Override public String toString() {
        return "IncomingMessage[" + door + " " + kind + "]";
    }
}
