package lianqiao.channels;

import java.util.List;
import lianqiao.base.Language;
import lianqiao.cases.Kind;
import lianqiao.cases.NewCase.Point;
import lianqiao.cases.PhotoId;
import lianqiao.identity.Contact;
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
 * @param key names this one sending, so that it is taken in once however often it arrives; none if the door has no such thing
 */
public record IncomingMessage(
        Door door, Kind kind, ServiceCode service, AreaCode area, String address, @Nullable Point point, String title, String body,
        boolean confidential, @Nullable OfficeCode concerns, @Nullable Contact contact, Language language, @Nullable String key,
        List<PhotoId> photos) {

    public IncomingMessage {
        photos = List.copyOf(photos);
    }

    @Override public String toString() {
        return "IncomingMessage[" + door + " " + kind + "]";
    }
}
