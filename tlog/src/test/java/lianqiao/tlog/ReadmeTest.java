package lianqiao.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the README runs, and is this one to the letter. */
class ReadmeTest {
    @TempDir Path place;

    @Test void theExampleWritesALogAndChecksAReceipt() throws Exception {
        var key = SigningKey.draw("city.example/log/2027", VerifierKey.Kind.NOTE).orThrow();
        var folder = LogFolder.at(place.resolve("log"));
        var tree = folder.append(new Tree(), List.of("first".getBytes(UTF_8), "second".getBytes(UTF_8))).orThrow();
        var checkpoint = Checkpoint.of(key.verifier().name(), tree).sign(key);
        folder.publish(checkpoint).orThrow();

        var proof = InclusionProof.of(1, tree.size(), new Tiles(folder, tree.size()));
        var receipt = Receipt.of("second".getBytes(UTF_8), proof, checkpoint);
        receipt.check(Policy.of(key.verifier())).orThrow();
    }

    @Test void theExampleStandsInTheReadme() throws Exception {
        var readme = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of("README.md")));
        assertTrue(readme.find());
        var source = Files.readString(Path.of("src/test/java/lianqiao/tlog/ReadmeTest.java")).replace("place.resolve(\"log\")", "Path.of(\"log\")");
        assertTrue(source.contains(readme.group(1).stripTrailing().indent(8).replaceAll("(?m)^ +$", "").stripTrailing()));
    }
}
