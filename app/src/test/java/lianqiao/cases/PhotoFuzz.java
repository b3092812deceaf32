package lianqiao.cases;

import static lianqiao.fuzz.Target.promise;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import lianqiao.base.Jurisdiction;
import lianqiao.fuzz.Target;
import lianqiao.store.Database;

/** Pictures of any bytes, up to the moment when one would be noted in the database: the database here is never reached, and that it was asked says that the picture was taken. */
public final class PhotoFuzz {
    public static final List<Target> TARGETS = List.of(new Target("photo", PhotoFuzz::photo).slow());
    private static final String REACHED = "the picture was taken";
    private static final Path FOLDER = Target.scratch().resolve("photos");
    private static final Photos PHOTOS = new Photos(FOLDER, Database.on(Target.nowhere(REACHED), new Jurisdiction("demo")));
    private static int taken;

    private PhotoFuzz() {}

    private static void photo(byte[] bytes) throws IOException {
        try {
            promise(!PHOTOS.keep(bytes, Instant.EPOCH).isDone(), "without a database nothing is kept");
        } catch (RuntimeException e) {
            if (!isReached(e)) throw e;
            if (++taken % 200 == 0) Target.erase(FOLDER);
        }
    }

    private static boolean isReached(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) if (REACHED.equals(cause.getMessage())) return true;
        return false;
    }
}
