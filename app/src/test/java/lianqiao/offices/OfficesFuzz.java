package lianqiao.offices;

import static lianqiao.fuzz.Target.promise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lianqiao.fuzz.Target;
import lianqiao.offices.DirectoryFiles.BadRow;

public final class OfficesFuzz {
    private static final List<String> FILES = List.of("offices.csv", "areas.csv", "services.csv", "routing.csv", "officers.csv", "templates.csv", "grounds.csv", "sendback.csv", "moderation.csv");
    public static final List<Target> TARGETS = List.of(new Target("directory-files", OfficesFuzz::directory).slow());
    private static final Directory EMPTY = new Directory(0, new Entries(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
    private static final Path FOLDER = Target.scratch();

    private OfficesFuzz() {}

    /** The first byte says which of the nine files the rest is. */
    private static void directory(byte[] bytes) throws IOException {
        if (bytes.length == 0) return;
        var file = FOLDER.resolve(FILES.get((bytes[0] & 0xff) % FILES.size()));
        Files.write(file, java.util.Arrays.copyOfRange(bytes, 1, bytes.length));
        try {
            var bad = new ArrayList<BadRow>();
            var lines = DirectoryFiles.read(FOLDER, EMPTY, bad);
            for (var row : bad) promise(row.line() >= 0 && row.why().startsWith("offices."), "a bad row says where and why");
            if (bad.isEmpty()) lines.entries();
        } finally {
            Files.delete(file);
        }
    }
}
