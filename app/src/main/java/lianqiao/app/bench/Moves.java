package lianqiao.app.bench;

import java.util.ArrayList;
import java.util.List;
import lianqiao.insight.Forming;
import lianqiao.insight.HotIssue;

/**
 * What became of the places of the first honest issues when something was planted. An issue that the planted messages joined is told apart: it is
 * what they talk about.
 *
 * @param planted groups on the list that hold mostly what was planted
 * @param joined places of honest issues that the planted messages joined, before and after, from 1
 * @param most by how many places another honest issue moved at most; one that is no longer on the list counts as moved to its end
 * @param moved how many of the others moved
 */
record Moves(int planted, List<String> joined, int most, int moved) {
    static Moves between(Forming.Formed before, Forming.Formed after, long honest, int looked) {
        var joined = new ArrayList<String>();
        int most = 0;
        int moved = 0;
        for (int place = 0; place < Math.min(looked, before.listed().size()); place++) {
            int now = placeOf(before.listed().get(place), after);
            if (now >= 0 && holdsPlanted(after, after.listed().get(now).id(), honest)) {
                joined.add((place + 1) + " to " + (now + 1));
                continue;
            }
            int by = now < 0 ? after.listed().size() : Math.abs(now - place);
            most = Math.max(most, by);
            if (by > 0) moved++;
        }
        return new Moves((int) after.listed().stream().filter(one -> isPlanted(one, honest)).count(), joined, most, moved);
    }

    private static boolean holdsPlanted(Forming.Formed after, long id, long honest) {
        return after.issueOf().entrySet().stream().anyMatch(one -> one.getKey() > honest && one.getValue() == id);
    }

    private static boolean isPlanted(HotIssue one, long honest) {
        return one.members().stream().filter(key -> Long.parseLong(key) > honest).count() * 2 > one.members().size();
    }

    /** The place of the issue that holds more than half of its messages, −1 if there is none. */
    private static int placeOf(HotIssue one, Forming.Formed after) {
        for (int place = 0; place < after.listed().size(); place++) {
            long id = after.listed().get(place).id();
            if (one.members().stream().filter(key -> java.util.Objects.equals(after.issueOf().get(Long.parseLong(key)), id)).count() * 2 > one.members().size()) return place;
        }
        return -1;
    }
}
