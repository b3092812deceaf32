package lianqiao.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The size budgets of the house, as checks on anything handed in, so that they can be shown to bark. */
final class Budget {
    private static final Pattern EMPTY_NAME = Pattern.compile(".+(Util|Utils|Helper|Manager|Impl|Data|Info|Dto|DTO|Service|Repository|Controller)");
    /** Rooms that keep state and have one door; the shared vocabulary, the pure rules and the faces are measured otherwise. */
    static final List<String> DOMAIN_ROOMS = List.of("offices", "identity", "cases", "ideas", "deliberation", "channels", "search",
            "authenticity", "transparency", "insight", "routing", "checklist", "brief", "accountability", "store", "jobs");

    private Budget() {}

    static List<String> ofFiles(Measure files) {
        return join(files.over(50, 60), files.over(90, 200), files.over(400));
    }

    static List<String> ofMethods(Measure methods) {
        return join(methods.over(50, 6), methods.over(90, 20));
    }

    /** Files per folder, and folders not deeper than two below the root. */
    static List<String> ofFolders(Collection<String> files, Map<String, Integer> allowed) {
        SortedMap<String, Integer> count = new TreeMap<>();
        for (var file : files) if (!file.endsWith("package-info.java")) count.merge(folder(file), 1, Integer::sum);
        var faults = new ArrayList<String>();
        for (var folder : count.entrySet()) {
            int limit = allowed.getOrDefault(folder.getKey(), 15);
            if (folder.getValue() > limit) faults.add(folder.getKey() + " holds " + folder.getValue() + " files, at most " + limit);
            if (folder.getKey().split("/").length > 3) faults.add(folder.getKey() + " lies too deep");
        }
        return faults;
    }

    /** At least four of ten types of a room stay inside it, or the share in percent that is allowed. */
    static List<String> ofDoors(JavaClasses classes, String root, Map<String, Integer> allowed) {
        var faults = new ArrayList<String>();
        for (var room : DOMAIN_ROOMS) {
            var types = classes.stream().filter(c -> c.getPackageName().equals(root + "." + room) && isWritten(c)).toList();
            long inside = types.stream().filter(c -> !c.getModifiers().contains(JavaModifier.PUBLIC)).count();
            int share = allowed.getOrDefault(room, 40);
            if (inside * 100 < types.size() * (long) share) faults.add(room + ": " + inside + " of " + types.size() + " types stay inside, at least " + share + " %");
        }
        return faults;
    }

    static List<String> ofNames(JavaClasses classes) {
        return classes.stream().filter(c -> EMPTY_NAME.matcher(c.getSimpleName()).matches())
                .map(c -> c.getName() + " has a name that says nothing").sorted().toList();
    }

    static List<String> ofBase(JavaClasses classes, String root) {
        long types = classes.stream().filter(c -> c.getPackageName().equals(root + ".base") && isWritten(c)).count();
        return types <= 15 ? List.of() : List.of("base holds " + types + " types, at most 15");
    }

    private static boolean isWritten(JavaClass c) {
        return c.isTopLevelClass() && !c.getSimpleName().equals("package-info");
    }

    private static String folder(String file) {
        int slash = file.lastIndexOf('/');
        return slash < 0 ? "" : file.substring(0, slash);
    }

    @SafeVarargs
    private static List<String> join(List<String>... parts) {
        var all = new ArrayList<String>();
        for (var part : parts) all.addAll(part);
        return all;
    }
}
