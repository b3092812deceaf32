package lianqiao.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.UUID;
import lianqiao.cases.PhotoId;
import lianqiao.cases.Photos;
import lianqiao.web.Show;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** Photos at the desk: those of cases the reader may see, and those of the own form that belong to no case yet. */
@Controller
public class PhotoPage {
    private final Desk desk;
    private final Photos photos;
    private final InstantSource clock;

    PhotoPage(Desk desk, Photos photos, InstantSource clock) {
        this.desk = desk;
        this.photos = photos;
        this.clock = clock;
    }

    @GetMapping("/desk/photos/{id}")
    View show(@PathVariable String id, HttpServletRequest request) {
        if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) return Show.notFound();
        var photo = new PhotoId(UUID.fromString(id));
        var home = photos.home(photo);
        var reader = desk.reader(request);
        if (home.isPresent() && desk.visible(home.get().number().text(), reader, clock.instant()).isEmpty()) return Show.notFound();
        if (photos.standing(photo) != Photos.Standing.SHOWN) return Show.noPicture();
        return photos.read(photo, request.getParameter("small") != null)
                .map(jpeg -> Show.picture(jpeg, "private, max-age=3600")).orElseGet(Show::notFound);
    }
}
