package lianqiao.portal;

import java.time.InstantSource;
import java.util.UUID;
import java.util.regex.Pattern;
import lianqiao.cases.Cases;
import lianqiao.cases.PhotoId;
import lianqiao.cases.Photos;
import lianqiao.web.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** A photo: of a public entry for everybody, any other only with the pass that its page handed out. */
@Controller
final class PhotoPage {
    private static final Pattern NAME = Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.jpg");

    private final Photos photos;
    private final Cases cases;
    private final Pictures pictures;
    private final InstantSource clock;

    PhotoPage(Photos photos, Cases cases, Pictures pictures, InstantSource clock) {
        this.photos = photos;
        this.cases = cases;
        this.pictures = pictures;
        this.clock = clock;
    }

    @GetMapping("/photo/{file}")
    View show(@PathVariable String file, @RequestParam(defaultValue = "") String small, @RequestParam(required = false) @Nullable String pass) {
        var named = NAME.matcher(file);
        if (!named.matches()) return Show.notFound();
        var photo = new PhotoId(UUID.fromString(named.group(1)));
        boolean passed = pictures.opens(pass, photo, clock.instant());
        if (!passed && !isPublic(photo)) return Show.notFound();
        if (photos.standing(photo) != Photos.Standing.SHOWN) return Show.noPicture();
        var caching = passed ? "private, max-age=600" : "public, max-age=86400";
        return photos.read(photo, !small.isEmpty())
                .map(bytes -> Show.picture(bytes, caching)).orElseGet(Show::notFound);
    }

    /** The public page of its case must show it: photos of the desk's own entries stay there, and so does what is withheld or blackened. */
    private boolean isPublic(PhotoId photo) {
        return photos.home(photo).flatMap(home -> cases.publicly(home.number(), clock.instant())
                .filter(shown -> shown.trail().stream().anyMatch(e -> e.photos().contains(photo)))).isPresent();
    }
}
