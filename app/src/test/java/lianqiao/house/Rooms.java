package lianqiao.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The rooms below a root package, what each says it uses, and what it really uses. */
final class Rooms {
    /** The room that wires the others; it alone may see all of them and carries no list. */
    static final String WIRING = "app";
    /** The transparency log is a library with its own module, no room; who may use it is a rule of its own. */
    private static final String LIBRARY = "tlog";

    private static final Set<String> NO_LIST = Set.of(ApplicationModule.OPEN_TOKEN);

    private final String root;
    private final SortedMap<String, SortedSet<String>> used = new TreeMap<>();
    private final SortedMap<String, Set<String>> declared = new TreeMap<>();
    private final SortedSet<String> faults = new TreeSet<>();

    Rooms(JavaClasses classes, String root) {
        this.root = root;
        for (var room : classes.getPackage(root).getSubpackages()) {
            if (room.getRelativeName().equals(LIBRARY)) continue;
            readList(room);
            readUses(room);
        }
    }

    /** Room by room, the rooms it really uses. */
    SortedMap<String, SortedSet<String>> used() {
        return used;
    }

    /** The longest chain of uses below a room: 0 for a room that uses none. */
    int level(String room) {
        return used.getOrDefault(room, new TreeSet<>()).stream().mapToInt(u -> 1 + level(u)).max().orElse(0);
    }

    /** What is wrong: no list, no null marks, an edge not declared, an edge declared and not used, a step into an inner package. */
    List<String> faults() {
        var all = new ArrayList<>(faults);
        for (var room : declared.entrySet()) {
            var uses = used.get(room.getKey());
            for (var u : uses) if (!room.getValue().contains(u)) all.add(room.getKey() + " may not use " + u);
            for (var d : room.getValue())
                if (!uses.contains(d) && !d.equals("base")) all.add(room.getKey() + " declares " + d + " and does not use it");
        }
        return all.stream().sorted().toList();
    }

    /** What the compiled pages of a room use beyond the room itself and its list; {@code pages} is the root they are compiled below. */
    List<String> faultsOfPages(JavaClasses classes, String pages) {
        var found = new TreeSet<String>();
        for (var folder : declared.keySet()) {
            if (!classes.containPackage(pages + "." + folder)) continue;
            for (var dependency : classes.getPackage(pages + "." + folder).getClassDependenciesFromThisPackageTree()) {
                var target = dependency.getTargetClass().getPackageName();
                if (!target.startsWith(root + ".") || target.startsWith(pages)) continue;
                var room = target.substring(root.length() + 1).split("\\.")[0];
                if (!room.equals(folder) && !declared.get(folder).contains(room)) found.add("a page of " + folder + " may not use " + room);
            }
        }
        return List.copyOf(found);
    }

    private void readList(JavaPackage room) {
        var name = room.getRelativeName();
        if (!room.isAnnotatedWith(NullMarked.class)) faults.add(name + " has no @NullMarked");
        if (name.equals(WIRING)) return;
        var list = room.tryGetAnnotationOfType(ApplicationModule.class).map(a -> Set.of(a.allowedDependencies())).orElse(NO_LIST);
        if (list.equals(NO_LIST)) faults.add(name + " has no list of rooms it may use");
        declared.put(name, list.equals(NO_LIST) ? Set.of() : list);
    }

    private void readUses(JavaPackage room) {
        var name = room.getRelativeName();
        var uses = used.computeIfAbsent(name, r -> new TreeSet<>());
        for (var dependency : room.getClassDependenciesFromThisPackageTree()) {
            var target = dependency.getTargetClass().getPackageName();
            if (!target.startsWith(root + ".")) continue;
            var path = target.substring(root.length() + 1).split("\\.");
            if (path[0].equals(name) || path[0].equals(LIBRARY)) continue;
            uses.add(path[0]);
            if (path.length > 1) faults.add(name + " reaches into " + String.join(".", path));
        }
    }
}
