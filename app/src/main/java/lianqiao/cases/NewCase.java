package lianqiao.cases;

import java.util.List;
import lianqiao.base.Language;
import lianqiao.base.Public;
import lianqiao.identity.ResidentId;
import lianqiao.offices.AreaCode;
import lianqiao.offices.OfficeCode;
import lianqiao.offices.ServiceCode;
import org.jspecify.annotations.Nullable;

/**
 * What a door hands in. Texts have passed the form: no control characters, within the limits below.
 *
 * @param address where, in words; may be empty
 * @param point where, on a map; optional
 * @param confidential the resident's wish; a report of wrongdoing is confidential whatever stands here
 * @param concerns the office a report of wrongdoing is about, which must never see it
 * @param channel the door it came through: web, phone, mail, counter, import
 * @param resident who can be reached about it; none for messages of an earlier system
 * @param requestKey names this one sending; the same key again gives the same case
 */
public record NewCase(
        Kind kind, ServiceCode service, AreaCode area, String address, @Nullable Point point,
        String title, String body, Language language, boolean confidential, @Nullable OfficeCode concerns,
        String channel, @Nullable ResidentId resident, @Nullable String requestKey, List<PhotoId> photos) {

    /** Most code points of a title, of an address, of a body. */
    public static final int MOST_TITLE = 60;
    public static final int MOST_ADDRESS = 120;
    public static final int MOST_BODY = 5_000;
    public static final int MOST_PHOTOS = 6;

    public NewCase {
        if (title.isBlank() || body.isBlank()) throw new IllegalArgumentException("a case needs a title and a text");
        photos = List.copyOf(photos);
        confidential = confidential || kind.alwaysConfidential();
    }

    /** A place on the map in WGS 84 degrees. */
    public record Point(double latitude, double longitude) implements Public {
        public Point {
            if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) throw new IllegalArgumentException("not on this planet");
        }
    }

    @Override public String toString() {
        return "NewCase[" + kind + " " + service + " " + area + "]";
    }
}
