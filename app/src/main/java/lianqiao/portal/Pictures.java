package lianqiao.portal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import lianqiao.cases.PhotoId;
import lianqiao.cases.Photos;
import lianqiao.web.Photo;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The addresses of photos. Photos of public cases have a plain address for everybody; the resident's own view and a
 * form that is not sent yet use signed addresses that work for a short while. The key is drawn at start: after a restart
 * an open page shows no such photo until it is loaded anew. Thread-safe.
 */
@Component
final class Pictures {
    private static final Duration LIFE = Duration.ofHours(2);
    private static final int WIDTH = 360;
    private static final int HEIGHT = 270;

    private final SecretKeySpec key;
    private final Function<PhotoId, Photos.Standing> standing;

    @Autowired Pictures(Photos photos) {
        this(photos::standing);
    }

    /** @param standing whether a photo can be shown */
    Pictures(Function<PhotoId, Photos.Standing> standing) {
        this.standing = standing;
        var drawn = new byte[32];
        new SecureRandom().nextBytes(drawn);
        key = new SecretKeySpec(drawn, "HmacSHA256");
    }

    /** Photos of an entry; {@code own} gives addresses only this reader was handed. */
    List<Photo> of(List<PhotoId> ids, boolean own, Instant now) {
        var shown = new ArrayList<Photo>();
        for (var id : ids) shown.add(photo(id, own ? "&pass=" + pass(id, now.plus(LIFE)) : ""));
        return shown;
    }

    private Photo photo(PhotoId id, String pass) {
        var path = "/photo/" + id + ".jpg";
        return new Photo(path + (pass.isEmpty() ? "" : "?" + pass.substring(1)), path + "?small=1" + pass, standing.apply(id).name(), WIDTH, HEIGHT);
    }

    private String pass(PhotoId id, Instant until) {
        return until.getEpochSecond() + "." + sign(id, until.getEpochSecond());
    }

    /** Whether this pass opens that photo now; anything that is not a pass does not. */
    boolean opens(@Nullable String pass, PhotoId id, Instant now) {
        if (pass == null || !pass.matches("[1-9]\\d{0,10}\\.[\\w-]{43}")) return false;
        var until = Long.parseLong(pass.substring(0, pass.indexOf('.')));
        var signed = sign(id, until).getBytes(StandardCharsets.US_ASCII);
        return now.getEpochSecond() < until && MessageDigest.isEqual(signed, pass.substring(pass.indexOf('.') + 1).getBytes(StandardCharsets.US_ASCII));
    }

    private String sign(PhotoId id, long until) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal((id + "|" + until).getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
