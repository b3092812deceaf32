package lianqiao.attack;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lianqiao.attack.Finding.Kind;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** A method that answers takes the request and single texts; an object filled with whatever was sent could be given a role. */
public final class Binding {
    private static final Set<Class<?>> REQUEST = Set.of(HttpServletRequest.class, HttpServletResponse.class);

    private Binding() {}

    public static List<Finding> run(List<Route> routes) {
        var findings = new ArrayList<Finding>();
        for (var route : routes) {
            for (var parameter : route.handler().getMethod().getParameters()) {
                if (!isNarrow(parameter)) findings.add(new Finding(Kind.BINDING, route.toString(), "whatever is sent fills a " + parameter.getType().getSimpleName()));
            }
        }
        return findings;
    }

    private static boolean isNarrow(Parameter parameter) {
        if (REQUEST.contains(parameter.getType())) return true;
        boolean named = parameter.isAnnotationPresent(RequestParam.class) || parameter.isAnnotationPresent(PathVariable.class) || parameter.isAnnotationPresent(RequestHeader.class);
        return named && (parameter.getType() == String.class || parameter.getType().isPrimitive());
    }
}
