package lianqiao.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A verifier that is not ours: {@code tlog/src/test/go/treecheck.go} with the Go packages golang.org/x/mod, as Debian has them. It
 * looks at a whole log and at proofs drawn by chance, so that our code is not the only one to say that our log is in order.
 */
record TreeCheck(Path program) {
    private static final Path PACKAGES = Path.of("/usr/share/gocode");
    private static final Path SOURCE = Path.of("tlog", "src", "test", "go", "treecheck.go");

    /** @param wrong the exit code, 0 when everything is in order */
    record Said(int wrong, String text) {}

    /** Builds it in a folder; empty where Go, its packages or the source are not there. */
    static Optional<TreeCheck> build(Path folder) throws IOException {
        var home = Optional.ofNullable(System.getenv("LIANQIAO_HOME")).orElse(".");
        var source = Stream.of(Path.of(home), Path.of("."), Path.of("..")).map(place -> place.resolve(SOURCE)).filter(Files::exists).findFirst();
        if (source.isEmpty() || !Files.isDirectory(PACKAGES.resolve("src/golang.org/x/mod")) || !isInstalled("go")) return Optional.empty();
        var program = folder.resolve("treecheck").toAbsolutePath();
        var built = run(folder, "go", "build", "-o", program.toString(), source.get().toAbsolutePath().toString());
        if (built.wrong() != 0) throw new IOException("treecheck could not be built: " + built.text());
        return Optional.of(new TreeCheck(program));
    }

    /** Signature, root from the tiles, root from the entries, and so many inclusion proofs. */
    Said check(Path log, String key, int proofs) throws IOException {
        return run(program.getParent(), program.toString(), "-key", key, "-proofs", Integer.toString(proofs), log.toString());
    }

    private static boolean isInstalled(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    private static Said run(Path folder, String... line) throws IOException {
        var said = folder.resolve("treecheck.said");
        var builder = new ProcessBuilder(List.of(line)).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("GO111MODULE", "off");
        builder.environment().put("GOPATH", PACKAGES.toString());
        builder.environment().put("CGO_ENABLED", "0");
        builder.environment().put("GOFLAGS", "");
        builder.environment().put("GOCACHE", folder.resolve("go-cache").toAbsolutePath().toString());
        return new Said(LogTool.end(builder.start()), Files.readString(said));
    }
}
