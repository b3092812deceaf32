package lianqiao.attack;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * One address of the running program, as the program itself knows it.
 *
 * @param parameters the names its method declares; what it reads from the request by hand is not among them
 */
public record Route(String method, String pattern, List<String> parameters, HandlerMethod handler) {
    /** All routes that are ours, once per method and pattern. */
    public static List<Route> of(RequestMappingHandlerMapping mapping) {
        var routes = new ArrayList<Route>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (isOfAnotherTest(handler)) return;
            var methods = info.getMethodsCondition().getMethods().isEmpty() ? List.of(RequestMethod.GET, RequestMethod.POST) : info.getMethodsCondition().getMethods();
            for (var pattern : new TreeSet<>(info.getPatternValues())) {
                for (var method : methods) routes.add(new Route(method.name(), pattern, parameters(handler), handler));
            }
        });
        routes.sort(java.util.Comparator.comparing(Route::pattern).thenComparing(Route::method));
        return routes;
    }

    /** Pages of other tests stand beside the program on the class path; those planted here lie in a package of their own. */
    private static boolean isOfAnotherTest(HandlerMethod handler) {
        var type = handler.getBeanType();
        return type.getName().startsWith("lianqiao.") && type.getProtectionDomain().getCodeSource().getLocation().getPath().contains("test-classes");
    }

    private static List<String> parameters(HandlerMethod handler) {
        return Stream.of(handler.getMethod().getParameters()).filter(one -> one.isAnnotationPresent(RequestParam.class)).map(Route::name).toList();
    }

    private static String name(Parameter parameter) {
        var named = parameter.getAnnotation(RequestParam.class);
        return named.name().isEmpty() && named.value().isEmpty() ? parameter.getName() : named.name() + named.value();
    }

    boolean isGet() {
        return method.equals("GET");
    }

    /** Whether asking for it changes nothing. */
    public boolean isRead() {
        return isGet();
    }

    boolean isDesk() {
        return pattern.startsWith("/desk");
    }

    /** How many places of its path are free. */
    int places() {
        return pattern.split("\\{", -1).length - 1 + (pattern.endsWith("/**") ? 1 : 0);
    }

    /** The path with one of its places filled with a text, percent-encoded, and the others with something harmless. */
    String filled(int place, String text) {
        var path = new StringBuilder();
        int at = 0;
        for (var part : pattern.replace("/**", "/{rest}").split("(?=\\{)|(?<=})")) {
            if (!part.startsWith("{")) path.append(part);
            else path.append(at++ == place ? Web.coded(text) : "x");
        }
        return path.toString();
    }

    @Override public String toString() {
        return method + " " + pattern;
    }
}
