package lianqiao.tlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs we did not write read what ours wrote: Go's own transparency log packages, and openssl with sha256sum. */
class ForeignVerifierTest {
    private static final Path DEBIAN = Path.of("/usr/share/gocode");

    @TempDir Path place;

    private record Said(int code, String text) {}

    @Test void goAgreesOnLogsOfEveryShapeAndNoticesEverySpoiledFile() throws Exception {
        var program = build();
        for (int size : new int[] {1, 2, 255, 256, 257, 700, 66_000}) {
            var folder = publish(size);
            var said = run(Map.of(), program.toString(), "-key", Town.LOG.vkey(), "-proofs", "1000", folder.toString());
            assertEquals(new Said(0, "signature good, " + size + " entries\ntiles good\nentries good\n1000 proofs good, 0 failures\n"), said);
        }
        var folder = place.resolve("700");
        for (var file : List.of("tile/0/001", "tile/1/000.p/2", "tile/entries/002.p/188", "checkpoint")) {
            var good = Files.readAllBytes(folder.resolve(file));
            var spoiled = good.clone();
            spoiled[good.length / 2] ^= 4;
            replace(folder.resolve(file), spoiled);
            var said = run(Map.of(), program.toString(), "-key", Town.LOG.vkey(), "-proofs", "1000", folder.toString());
            assertTrue(said.code == 1 && said.text.contains("WRONG"), file + ": " + said);
            replace(folder.resolve(file), good);
        }
    }

    @Test void opensslAndSha256sumFollowAReceiptFromItsEntryToTheSignature() throws Exception {
        assumeTrue(exists("openssl") && exists("sha256sum") && exists("bash"), "skipped: bash, openssl or sha256sum is missing");
        var folder = LogFolder.at(publish(700));
        for (int index : new int[] {0, 1, 300, 511, 512, 699}) {
            var receipt = Receipt.of(Town.entries(index, index + 1).getFirst(), InclusionProof.of(index, 700, new Tiles(folder, 700)), Town.cosigned(Town.entries(0, 700))).encode();
            var said = byHand(receipt);
            assertEquals(0, said.code, said.text);
            assertTrue(said.text.endsWith("OK entry " + index + " is in the log\n"), said.text);
        }
        var receipt = Receipt.of(Town.entries(3, 4).getFirst(), InclusionProof.of(3, 700, new Tiles(folder, 700)), Town.cosigned(Town.entries(0, 700)));
        var good = new String(receipt.encode(), StandardCharsets.UTF_8);
        var other = new String(Receipt.of(Town.entries(4, 5).getFirst(), new InclusionProof(3, 700, receipt.hashes()), Town.cosigned(Town.entries(0, 700))).encode(), StandardCharsets.UTF_8);
        for (var wrong : List.of(other, good.replace("index 3", "index 2"), good.replace("\n700\n", "\n701\n"), good.replace("log/2027\n", "log/2028\n"))) {
            assertNotEquals(0, byHand(Vectors.bytes(wrong)).code, wrong);
        }
    }

    private Said byHand(byte[] receipt) throws Exception {
        var file = Files.write(place.resolve("my.tlog-proof"), receipt);
        return run(Map.of("LC_ALL", "C.UTF-8"), "bash", Path.of("src/test/sh/by-hand.sh").toString(), file.toString(), Town.LOG.vkey());
    }

    private Path publish(int size) throws IOException {
        var folder = LogFolder.withoutSync(place.resolve("" + size));
        var entries = Town.entries(0, size);
        folder.append(new Tree(), entries).orThrow();
        folder.publish(Town.cosigned(entries)).orThrow();
        return place.resolve("" + size);
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        Files.delete(file);
        Files.write(file, bytes);
    }

    /** Built once a run, into target; the launcher's test command installs what it needs where it can. */
    private static Path build() throws Exception {
        assumeTrue(exists("go") && Files.isDirectory(DEBIAN.resolve("src/golang.org/x/mod")), "skipped: Go or golang-golang-x-mod-dev is missing, so no foreign verifier looked at our logs");
        var target = Path.of("target").toAbsolutePath();
        var program = target.resolve("treecheck");
        var built = run(Map.of("GO111MODULE", "off", "GOPATH", DEBIAN.toString(), "CGO_ENABLED", "0", "GOCACHE", target.resolve("go-cache").toString(), "GOFLAGS", ""),
                "go", "build", "-o", program.toString(), Path.of("src/test/go/treecheck.go").toAbsolutePath().toString());
        assertEquals(0, built.code, built.text);
        return program;
    }

    private static boolean exists(String program) {
        return List.of(System.getenv("PATH").split(":")).stream().anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static Said run(Map<String, String> environment, String... line) throws Exception {
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }
}
