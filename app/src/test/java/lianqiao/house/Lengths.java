package lianqiao.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.LineNumberInfo;
import java.lang.reflect.AccessFlag;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lengths of files in lines of text, and of methods as the compiler's tables of line numbers tell them. */
final class Lengths {
    private Lengths() {}

    static Measure ofFiles(Path root, List<Path> files) {
        SortedMap<String, Integer> lengths = new TreeMap<>();
        for (var file : files) lengths.put(root.relativize(file).toString(), (int) House.read(file).lines().count());
        return new Measure("lines in a file", lengths);
    }

    /** Methods written by people: no lambdas (they stand inside one), no accessors of records, no static set-up. */
    static Measure ofMethods(Path root, List<Path> classFiles) {
        SortedMap<String, Integer> lengths = new TreeMap<>();
        for (var file : classFiles) {
            for (var method : parse(file).methods()) {
                if (method.flags().has(AccessFlag.SYNTHETIC) || method.methodName().equalsString("<clinit>")) continue;
                int length = length(method);
                if (length > 0) lengths.put(root.relativize(file) + " " + method.methodName() + method.methodType(), length);
            }
        }
        return new Measure("lines in a method", lengths);
    }

    private static java.lang.classfile.ClassModel parse(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int length(MethodModel method) {
        var table = method.code().flatMap(code -> code.findAttribute(Attributes.lineNumberTable()));
        if (table.isEmpty()) return 0;
        var lines = table.get().lineNumbers().stream().mapToInt(LineNumberInfo::lineNumber).summaryStatistics();
        return lines.getMax() - lines.getMin() + 1;
    }
}
