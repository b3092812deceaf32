package lianqiao.house;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * The texts written in Java source: every string, with strings added together taken as one. What is not a string or a
 * constant of the same file leaves a {@link #HOLE}. Read with the compiler's own parser.
 */
final class Phrases extends TreePathScanner<Void, Void> {
    static final char HOLE = '\u25CC';

    /** One text in one place; {@code forPeople} is false for the messages of exceptions and log lines, which only operators read. */
    record Phrase(String file, long line, String text, boolean forPeople) {
        @Override public String toString() {
            return file + ":" + line + " \"" + text.strip().replaceAll("\\s+", " ") + '"';
        }
    }

    private final CompilationUnitTree unit;
    private final Trees trees;
    private final String file;
    private final Map<String, String> constants = new HashMap<>();
    private final List<Phrase> found = new ArrayList<>();
    private int forOperators;

    private Phrases(CompilationUnitTree unit, Trees trees, String file) {
        this.unit = unit;
        this.trees = trees;
        this.file = file;
    }

    /** All texts of these files, named relative to the root. */
    static List<Phrase> in(Path root, List<Path> files) {
        return parse(files.stream().map(f -> new Source(root.relativize(f).toString(), House.read(f))).toList());
    }

    /** All texts of one piece of source. */
    static List<Phrase> in(String name, String source) {
        return parse(List.of(new Source(name, source)));
    }

    private static List<Phrase> parse(List<Source> sources) {
        if (sources.isEmpty()) return List.of();
        var task = (JavacTask) ToolProvider.getSystemJavaCompiler().getTask(null, null, d -> {}, List.of("-proc:none"), null, sources);
        var all = new ArrayList<Phrase>();
        try {
            for (var unit : task.parse()) {
                var scanner = new Phrases(unit, Trees.instance(task), unit.getSourceFile().toUri().getPath().substring(1));
                scanner.scan(unit, null);
                all.addAll(scanner.found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    @Override public Void visitVariable(VariableTree variable, Void nothing) {
        if (variable.getModifiers().getFlags().contains(Modifier.FINAL) && variable.getInitializer() != null)
            constants.putIfAbsent(variable.getName().toString(), text(variable.getInitializer()));
        return super.visitVariable(variable, nothing);
    }

    @Override public Void visitBinary(BinaryTree sum, Void nothing) {
        if (sum.getKind() != Tree.Kind.PLUS || !holdsText(sum)) return super.visitBinary(sum, nothing);
        add(sum, text(sum));
        scanHoles(sum);
        return null;
    }

    @Override public Void visitLiteral(LiteralTree literal, Void nothing) {
        if (literal.getValue() instanceof String text) add(literal, text);
        return null;
    }

    @Override public Void visitThrow(ThrowTree thrown, Void nothing) {
        forOperators++;
        super.visitThrow(thrown, nothing);
        forOperators--;
        return null;
    }

    @Override public Void visitNewClass(NewClassTree made, Void nothing) {
        boolean exception = made.getIdentifier().toString().endsWith("Exception");
        if (exception) forOperators++;
        super.visitNewClass(made, nothing);
        if (exception) forOperators--;
        return null;
    }

    @Override public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        boolean log = call.getMethodSelect().toString().matches("(?s).*\\.(trace|debug|info|warn|error|requireNonNull)");
        if (log) forOperators++;
        super.visitMethodInvocation(call, nothing);
        if (log) forOperators--;
        return null;
    }

    /** Texts inside what fills a hole, such as the two sides of a choice, count on their own. */
    private void scanHoles(ExpressionTree part) {
        if (part instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
            scanHoles(sum.getLeftOperand());
            scanHoles(sum.getRightOperand());
        } else if (!(part instanceof LiteralTree)) {
            scan(part, null);
        }
    }

    private static boolean holdsText(ExpressionTree part) {
        return part instanceof LiteralTree literal ? literal.getValue() instanceof String
                : part instanceof BinaryTree sum && (holdsText(sum.getLeftOperand()) || holdsText(sum.getRightOperand()));
    }

    private String text(ExpressionTree part) {
        return switch (part) {
            case LiteralTree literal -> String.valueOf(literal.getValue());
            case BinaryTree sum when sum.getKind() == Tree.Kind.PLUS -> text(sum.getLeftOperand()) + text(sum.getRightOperand());
            case ParenthesizedTree inner -> text(inner.getExpression());
            case IdentifierTree name -> constants.getOrDefault(name.getName().toString(), "" + HOLE);
            default -> "" + HOLE;
        };
    }

    private void add(Tree at, String text) {
        long position = trees.getSourcePositions().getStartPosition(unit, at);
        found.add(new Phrase(file, unit.getLineMap().getLineNumber(position), text, forOperators == 0));
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String file, String text) {
            super(URI.create("string:///" + file), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
