package lianqiao.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/** Builds the sources twice, in two folders with other names and at other times, and compares the jars byte by byte; then once more with a changed source, which must be noticed. */
public final class RebuildBench implements Bench {
    private static final List<String> SOURCES = List.of("pom.xml", "app/pom.xml", "tlog/pom.xml", "app/src/main", "tlog/src/main", "town");

    @Override public String name() {
        return "rebuild";
    }

    @Override public List<String> options() {
        return List.of();
    }

    @Override public Verdict run(Stand stand) {
        var folder = stand.data().resolve("bench-rebuild").toAbsolutePath().normalize();
        BenchCity.erase(folder);
        stand.say("%s", stand.machine());
        try {
            var one = built(folder.resolve("one"), "");
            var other = built(folder.resolve("a-longer-name/two"), "");
            var changed = built(folder.resolve("changed"), "\n# changed\n");
            var table = new Table("jar", "first build", "second build");
            one.forEach((jar, hash) -> table.row(jar, hash.substring(0, 16), other.getOrDefault(jar, "").substring(0, 16)));
            stand.say("%n%s", table);
            long different = one.entrySet().stream().filter(jar -> !jar.getValue().equals(other.get(jar.getKey()))).count();
            BenchCity.erase(folder);
            return new Verdict("rebuild").atLeast("jars", one.size(), 2).atMost("different", different, 0).atLeast("change-noticed", one.equals(changed) ? 0 : 1, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies the sources, builds them, and answers the SHA-256 of every jar. */
    private static TreeMap<String, String> built(Path folder, String addition) throws IOException {
        for (var part : SOURCES) copy(home().resolve(part), folder.resolve(part));
        var words = folder.resolve("app/src/main/resources/words/app.properties");
        Files.writeString(words, Files.readString(words) + addition);
        var builder = new ProcessBuilder("mvn", "-o", "-q", "-B", "-Dmaven.test.skip=true", "package").directory(folder.toFile()).redirectErrorStream(true).redirectOutput(folder.resolve("build.log").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        try {
            if (builder.start().waitFor() != 0) throw new IOException("the build failed; see " + folder.resolve("build.log"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        var hashes = new TreeMap<String, String>();
        for (var target : List.of("app/target", "app/target/lib", "tlog/target")) {
            try (var jars = Files.newDirectoryStream(folder.resolve(target), "*.jar")) {
                for (var jar : jars) hashes.put(jar.getFileName().toString(), sha256(jar));
            }
        }
        return hashes;
    }

    private static Path home() {
        var home = System.getenv("LIANQIAO_HOME");
        return home == null ? Path.of("").toAbsolutePath() : Path.of(home);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var file : all.toList()) {
                var there = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(there);
                else {
                    Files.createDirectories(there.getParent());
                    Files.copy(file, there);
                }
            }
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
