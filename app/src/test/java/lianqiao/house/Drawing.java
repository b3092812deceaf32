package lianqiao.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The page of the docs that shows the rooms: written from the code, so that it cannot tell an old story. */
final class Drawing {
    private static final Pattern SENTENCE = Pattern.compile("(?s)/\\*\\*(.*?)\\*/");

    private final Rooms rooms;
    private final SortedMap<String, String> sentences = new TreeMap<>();

    /** Reads the sentence of each room from its {@code package-info.java} below the folder. */
    Drawing(Rooms rooms, Path folder) {
        this.rooms = rooms;
        for (var room : rooms.used().keySet()) sentences.put(room, sentence(House.read(folder.resolve(room).resolve("package-info.java"))));
    }

    String page() {
        return """
                # Rooms

                Written by a test from the code (`DocsTest`); do not edit. Rooms are the packages directly under `lianqiao`.
                Each says in its `package-info.java` what it is and which rooms it may use; a test refuses any other use and
                any permission that nobody uses. Room `app` puts all of them together. Level: the longest chain of uses below.

                | room | level | what it is | uses |
                |---|---|---|---|
                """ + String.join("", inOrder().stream().map(this::row).toList()) + """

                ## Drawing

                An arrow means "uses"; `base`, used by almost all, and `app`, which uses all, are left out.

                ```mermaid
                flowchart BT
                """ + String.join("", arrows()) + """
                ```

                ## House rules

                Each rule is a test, and each is seen to report a package under `app/src/test/java/broken` that breaks it.

                """ + String.join("", Rules.ALL.stream().map(rule -> "- " + rule.getDescription() + "\n").toList());
    }

    private List<String> inOrder() {
        return sentences.keySet().stream().sorted(Comparator.<String>comparingInt(rooms::level).thenComparing(Comparator.naturalOrder())).toList();
    }

    private String row(String room) {
        var uses = room.equals(Rooms.WIRING) ? "all" : rooms.used().get(room).isEmpty() ? "–" : String.join(", ", rooms.used().get(room));
        return "| `" + room + "` | " + rooms.level(room) + " | " + sentences.get(room) + " | " + uses + " |\n";
    }

    private List<String> arrows() {
        var arrows = new ArrayList<String>();
        for (var room : inOrder())
            if (!room.equals(Rooms.WIRING) && !room.equals("base")) arrows.addAll(arrows(room, rooms.used().get(room)));
        return arrows;
    }

    private static List<String> arrows(String room, SortedSet<String> uses) {
        var seen = uses.stream().filter(u -> !u.equals("base")).toList();
        if (seen.isEmpty()) return List.of("    " + room + "\n");
        return seen.stream().map(u -> "    " + room + " --> " + u + "\n").toList();
    }

    private static String sentence(String packageInfo) {
        var match = SENTENCE.matcher(packageInfo);
        if (!match.find()) return "";
        return match.group(1).replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`").replaceAll("\\s*\\n\\s*\\*?\\s*", " ").strip();
    }
}
