package lianqiao.attack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lianqiao.attack.Finding.Kind;

/** Whether somebody who may not sees something: pages of another role, and objects whose name one happens to know. */
public final class Access {
    private final List<Route> routes;
    private final List<Finding> findings = new ArrayList<>();

    public Access(List<Route> routes) {
        this.routes = routes;
    }

    /** Something secret: the names it is known by, and what an answer that shows it contains. */
    public record Secret(List<String> names, List<String> shown) {}

    /** Tries every place and parameter of every route for the secrets. */
    public List<Finding> objects(Web stranger, Secret secret) throws IOException, InterruptedException {
        for (var route : routes) {
            if (!route.isGet()) continue;
            for (var name : secret.names()) {
                for (int place = 0; place < route.places(); place++) {
                    shows(route, stranger.get(route.filled(place, name)), secret);
                    shows(route, stranger.get(route.filled(place, name + ".jpg")), secret);
                }
                for (var parameter : route.parameters()) shows(route, stranger.get(route.filled(-1, "") + "?" + parameter + "=" + Web.coded(name)), secret);
            }
        }
        return findings;
    }

    private void shows(Route route, Web.Answer answer, Secret secret) {
        for (var part : secret.shown()) if (answer.status() == 200 && answer.body().contains(part)) findings.add(new Finding(Kind.OBJECT, route.toString(), "shows to a stranger what is confidential"));
    }

    /** Pages below a prefix are for one role alone; this reader has another one, or none. */
    public List<Finding> closedTo(Web reader, String prefix) throws IOException, InterruptedException {
        for (var route : routes) {
            if (!route.pattern().startsWith(prefix)) continue;
            var answer = route.isGet() ? reader.get(route.filled(-1, "")) : reader.post(route.filled(-1, ""), Map.of());
            if (answer.status() < 400 && !answer.header("Location").contains("/sign-in")) findings.add(new Finding(Kind.ACCESS, route.toString(), "is open to the wrong reader, status " + answer.status()));
        }
        return findings;
    }
}
