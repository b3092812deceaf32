package lianqiao.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lianqiao.base.Outcome;
import lianqiao.cases.NewCase;
import lianqiao.cases.PhotoId;
import lianqiao.cases.Photos;
import lianqiao.web.Form;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The photos of a form: those kept from an earlier try and not taken out again, and those chosen now. */
@Component
class KeptPhotos {
    static final String KEPT = "kept-photo";
    static final String OUT = "photo-out";
    static final String FIELD = "photos";

    private final Photos photos;

    KeptPhotos(Photos photos) {
        this.photos = photos;
    }

    /** Keeps what is new; a file that will not do is said at the field and the others stay. */
    List<PhotoId> of(Form form, Instant now) {
        var kept = new ArrayList<PhotoId>();
        for (var id : form.all(KEPT)) {
            if (!id.matches("[0-9a-f-]{36}") || form.chosen(OUT, id)) continue;
            var photo = new PhotoId(UUID.fromString(id));
            if (photos.exists(photo) && photos.home(photo).isEmpty() && !kept.contains(photo)) kept.add(photo);
        }
        for (var file : form.files(FIELD)) keep(file, form, kept, now);
        return kept;
    }

    private void keep(MultipartFile file, Form form, List<PhotoId> kept, Instant now) {
        if (kept.size() >= NewCase.MOST_PHOTOS) {
            form.refuse(FIELD, "desk.photos.too-many", NewCase.MOST_PHOTOS);
            return;
        }
        switch (photos.keep(bytes(file), now)) {
            case Outcome.Done<PhotoId>(var photo) -> kept.add(photo);
            case Outcome.Refused<PhotoId>(var why, var details) -> form.refuse(FIELD, why, details.toArray());
        }
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
