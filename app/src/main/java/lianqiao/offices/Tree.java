package lianqiao.offices;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Offices or areas with their parents, in the order in which they were entered. Immutable. */
final class Tree<C, T> {
    private final Map<C, T> byCode = new LinkedHashMap<>();
    private final Map<C, List<T>> children = new HashMap<>();
    private final Function<T, C> code;
    private final Function<T, @Nullable C> parent;

    Tree(List<T> nodes, Function<T, C> code, Function<T, @Nullable C> parent) {
        this.code = code;
        this.parent = parent;
        for (var node : nodes) {
            byCode.put(code.apply(node), node);
            var above = parent.apply(node);
            if (above != null) children.computeIfAbsent(above, _ -> new ArrayList<>()).add(node);
        }
    }

    Optional<T> get(@Nullable C wanted) {
        return wanted == null ? Optional.empty() : Optional.ofNullable(byCode.get(wanted));
    }

    List<T> all() {
        return List.copyOf(byCode.values());
    }

    List<T> children(C of) {
        return List.copyOf(children.getOrDefault(of, List.of()));
    }

    /** From the node up to the root; stops rather than turns for ever should the rows hold a ring. */
    List<T> upFrom(@Nullable C start) {
        var path = new ArrayList<T>();
        for (var node = get(start); node.isPresent() && path.size() < byCode.size(); node = get(parent.apply(node.get()))) {
            path.add(node.get());
        }
        return path;
    }

    /** The node and everything below it, nearest first. */
    List<T> under(C top) {
        var found = new ArrayList<T>();
        var waiting = new ArrayDeque<T>();
        get(top).ifPresent(waiting::add);
        while (!waiting.isEmpty() && found.size() < byCode.size()) {
            var node = waiting.remove();
            found.add(node);
            waiting.addAll(children(code.apply(node)));
        }
        return found;
    }

    List<T> roots() {
        return byCode.values().stream().filter(node -> parent.apply(node) == null).toList();
    }
}
