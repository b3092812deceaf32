package lianqiao.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianqiao.authenticity.Limit;
import lianqiao.authenticity.Limits;
import lianqiao.authenticity.Verdict;
import lianqiao.base.Outcome;
import lianqiao.cases.NewCase;
import lianqiao.cases.PhotoId;
import lianqiao.cases.Photos;
import lianqiao.web.Form;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * Photos that come with a form. A photo that was accepted once stays, as a hidden field, while the rest of the form is
 * mended; a field that names a photo of some case is ignored. Thread-safe.
 */
@Component
final class SentPhotos {
    /** The file field, and the hidden field of photos accepted before. */
    static final String FIELD = "photos";
    static final String KEPT = "kept-photo";
    static final String DROPPED = "drop-photo";

    private final Photos photos;
    private final Limits limits;

    SentPhotos(Photos photos, Limits limits) {
        this.photos = photos;
        this.limits = limits;
    }

    /**
     * All photos of the form: those kept before and those sent now; a wrong file is told at the field and the rest is kept.
     *
     * @param from the address they came from
     */
    List<PhotoId> keep(Form form, String from, Instant now) {
        var kept = new ArrayList<PhotoId>(keptBefore(form));
        var files = form.files(FIELD);
        if (kept.size() + files.size() > NewCase.MOST_PHOTOS) form.refuse(FIELD, "portal.photos.too-many", NewCase.MOST_PHOTOS);
        for (var file : files) {
            if (kept.size() < NewCase.MOST_PHOTOS) keep(file, form, from, now).ifPresent(kept::add);
        }
        return List.copyOf(kept);
    }

    /** Photos that came with an earlier try and belong to nobody else. */
    List<PhotoId> keptBefore(Form form) {
        return form.all(KEPT).stream().distinct().filter(id -> !form.chosen(DROPPED, id)).limit(NewCase.MOST_PHOTOS)
                .flatMap(id -> read(id).stream()).filter(id -> photos.exists(id) && photos.home(id).isEmpty()).toList();
    }

    private static Optional<PhotoId> read(String id) {
        try {
            return Optional.of(new PhotoId(UUID.fromString(id)));
        } catch (IllegalArgumentException forged) {
            return Optional.empty();
        }
    }

    private Optional<PhotoId> keep(MultipartFile file, Form form, String from, Instant now) {
        if (limits.count(Limit.PHOTO_PER_PREFIX, from, now) instanceof Verdict.Over(var rest)) {
            form.refuse(FIELD, "portal.photos.too-often", Waiting.minutes(rest));
            return Optional.empty();
        }
        try {
            return switch (photos.keep(file.getBytes(), now)) {
                case Outcome.Done<PhotoId>(var id) -> Optional.of(id);
                case Outcome.Refused<PhotoId>(var why, var details) -> {
                    form.refuse(FIELD, why, details.toArray());
                    yield Optional.empty();
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
