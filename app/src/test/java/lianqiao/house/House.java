package lianqiao.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The house as the rules see it: its classes, its twins, its source files. Read once for all house tests. */
final class House {
    /** The folder of module {@code app}, from which its tests run. */
    static final Path APP = Path.of("").toAbsolutePath();
    static final Path MAIN = APP.resolve("src/main/java");
    static final Path RESOURCES = APP.resolve("src/main/resources");

    private House() {}

    /** The classes, read only by those tests that need them. */
    private static final class Compiled {
        static final JavaClasses CLASSES = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("/lianqiao/tlog/"))
                .importPackages("lianqiao", "gg.jte.generated");
    }

    /** The rooms and the compiled pages; the transparency log is a library and no room. */
    static JavaClasses classes() {
        return Compiled.CLASSES;
    }

    /** The classes of a twin: a tiny package that breaks one rule on purpose. */
    static JavaClasses twin(String name) {
        return new ClassFileImporter().importPackages("broken." + name);
    }

    /** The files under a folder whose names end so, in order; none if the folder is not there yet. */
    static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) return List.of();
        try (var walk = Files.walk(folder)) {
            return walk.filter(p -> p.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
