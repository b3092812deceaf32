package lianqiao.cases;

import java.time.Instant;

/** Asks the scanner again about photos that wait because it could not be asked when they came. */
public final class ScanWaitingPhotos {
    private final Photos photos;

    public ScanWaitingPhotos(Photos photos) {
        this.photos = photos;
    }

    /** @param now not looked at: whatever waits is due */
    public void run(Instant now) {
        photos.scanAgain();
    }
}
