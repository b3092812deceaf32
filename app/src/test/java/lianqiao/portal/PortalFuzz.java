package lianqiao.portal;

import static lianqiao.fuzz.Target.promise;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lianqiao.cases.PhotoId;
import lianqiao.fuzz.Target;

public final class PortalFuzz {
    public static final List<Target> TARGETS = List.of(Target.ofText("photo-pass", PortalFuzz::pass));
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final Pictures PICTURES = new Pictures(id -> lianqiao.cases.Photos.Standing.SHOWN);
    private static final PhotoId PHOTO = new PhotoId(new UUID(1, 2));
    private static final String GENUINE = PICTURES.of(List.of(PHOTO), true, NOW).getFirst().path().replaceFirst(".*pass=", "");

    private PortalFuzz() {}

    private static void pass(String text) {
        var pass = text.replace("GENUINE", GENUINE);
        promise(PICTURES.opens(pass, PHOTO, NOW) == pass.equals(GENUINE), "nobody makes up a pass");
        promise(!PICTURES.opens(pass, PHOTO, NOW.plusSeconds(7_201)), "a pass ends");
        promise(!PICTURES.opens(pass, new PhotoId(new UUID(1, 3)), NOW), "a pass opens one photo");
    }
}
