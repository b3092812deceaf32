package lianqiao.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What ships beside our own code: every library with its version, licence and SHA-256, in {@code docs/libraries.csv}. A library
 * that came along unseen, another version or another byte fails here. No feed of known vulnerabilities is asked.
 */
class LibrariesTest {
    private static final String HEAD = "group,library,version,licence,sha256";
    private static final Set<String> LICENCES = Set.of("Apache-2.0", "MIT", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "EPL-2.0 or LGPL-2.1-only", "EPL-2.0 or GPL-2.0-with-classpath-exception",
            "EPL-2.0 or GPL-2.0-with-classpath-exception or BSD-3-Clause", "JDOM (like Apache)");

    private record Library(String group, String name, String version, String sha256) {
        String key() {
            return group + "," + name;
        }
    }

    private static Path root() {
        return Files.exists(Path.of("docs")) ? Path.of("") : Path.of("..");
    }

    /** The libraries of a class path, as their places in a Maven repository name them. */
    static List<Library> libraries(String classPath) throws IOException {
        var libraries = new ArrayList<Library>();
        for (var entry : classPath.strip().split(java.io.File.pathSeparator)) {
            var jar = Path.of(entry);
            if (!entry.endsWith(".jar") || jar.getFileName().toString().startsWith("lianqiao-")) continue;
            var version = jar.getParent();
            var repository = entry.replaceFirst(".*/repository/", "");
            var group = repository.substring(0, repository.indexOf("/" + version.getParent().getFileName() + "/" + version.getFileName())).replace('/', '.');
            libraries.add(new Library(group, version.getParent().getFileName().toString(), version.getFileName().toString(), sha256(jar)));
        }
        return libraries;
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String table(List<Library> libraries, Map<String, String> licences) {
        return libraries.stream().map(one -> String.join(",", one.group(), one.name(), one.version(), licences.getOrDefault(one.key(), "?"), one.sha256())).sorted()
                .collect(Collectors.joining("\n", HEAD + "\n", "\n"));
    }

    private static Map<String, String> licences(String table) {
        var licences = new TreeMap<String, String>();
        table.lines().skip(1).map(line -> line.split(",")).forEach(cells -> licences.put(cells[0] + "," + cells[1], cells[3]));
        return licences;
    }

    /** Read from what the build itself calls the run-time class path; {@code -Dlianqiao.write-docs=true} writes the table anew, licences of new ones by hand. */
    @Test void theListOfLibrariesIsTheOneThatShips() throws IOException {
        var shipped = libraries(Files.readString(root().resolve("app/target/runtime-classpath.txt")));
        var file = root().resolve("docs/libraries.csv");
        var written = Files.readString(file);
        var table = table(shipped, licences(written));
        if (Boolean.getBoolean("lianqiao.write-docs")) Files.writeString(file, table);
        else assertEquals(table, written, "another library, version or byte than docs/libraries.csv says; write it anew with -Dlianqiao.write-docs=true and look at it");
        assertTrue(shipped.size() > 40, "the class path was not read");
        assertEquals(List.of(), shipped.stream().filter(one -> one.name().matches("jazzer.*|junit.*|playwright.*|greenmail.*|archunit.*")).toList(), "tests do not ship");
    }

    @Test void everyLicenceIsOneWeMayShipUnder() throws IOException {
        var unknown = licences(Files.readString(root().resolve("docs/libraries.csv"))).entrySet().stream().filter(one -> !LICENCES.contains(one.getValue())).toList();
        assertEquals(List.of(), unknown, "write the licence into docs/libraries.csv, and into this test if it is a new one that we may ship under");
    }

    @Test void theDocsSayHowManyThereAre() throws IOException {
        var number = Files.readString(root().resolve("docs/libraries.csv")).lines().count() - 1;
        assertTrue(Files.readString(root().resolve("docs/security.md")).contains(number + " libraries"), "docs/security.md should say: " + number + " libraries");
    }

    @Test void barksAtOneChangedByte(@TempDir Path folder) throws IOException {
        var jar = Files.createDirectories(folder.resolve("repository/org/example/lamp/1.0")).resolve("lamp-1.0.jar");
        var bytes = new byte[100];
        Files.write(jar, bytes);
        var before = table(libraries(jar.toString()), Map.of());
        assertTrue(before.contains("org.example,lamp,1.0,?,"), before);
        bytes[50] = 1;
        Files.write(jar, bytes);
        assertTrue(!before.equals(table(libraries(jar.toString()), Map.of())));
        assertEquals(List.of("?"), Arrays.asList(licences(before).values().toArray(String[]::new)));
    }
}
