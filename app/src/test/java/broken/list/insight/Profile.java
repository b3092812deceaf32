package broken.list.insight;

import java.util.HashMap;
import java.util.Map;

final class Profile {
    Map<Object, Integer> of(broken.list.cases.Signers signers) {
        var times = new HashMap<Object, Integer>();
        for (var who : signers.all()) times.merge(who, 1, Integer::sum);
        return times;
    }
}
