package planted;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import lianqiao.access.AccessTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Flaws on purpose, put into the real program by the setting {@code spring.main.sources}: nothing of the chain in
 * front of them is taken away. They lie outside the packages of the program, so no other test ever sees them.
 */
@Configuration(proxyBeanMethods = false)
@Import({PublicFlaws.class, FileFlaws.class, DeskFlaws.class, EntranceFlaws.class})
public class Flaws {
    private static final String OPEN = ",+,+,+,+,+,+,+,+,+,+,+,planted\n";

    /** Without a row none of them would be reached; whoever plants them writes the rows as well. */
    @Bean @Primary AccessTable tableWithFlaws() throws IOException {
        try (var in = AccessTable.class.getResourceAsStream("/access/routes.csv")) {
            var text = new StringBuilder(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).stripTrailing()).append('\n');
            for (var type : List.of(PublicFlaws.class, FileFlaws.class, DeskFlaws.class, EntranceFlaws.class)) {
                for (var method : type.getDeclaredMethods()) rows(method, text);
            }
            return AccessTable.read(text.toString());
        }
    }

    private static void rows(Method method, StringBuilder text) {
        var get = method.getAnnotation(GetMapping.class);
        var post = method.getAnnotation(PostMapping.class);
        for (var path : get == null ? new String[0] : paths(get.path(), get.value())) text.append("GET,").append(path).append(OPEN);
        for (var path : post == null ? new String[0] : paths(post.path(), post.value())) text.append("POST,").append(path).append(OPEN);
    }

    private static String[] paths(String[] named, String[] plain) {
        return named.length > 0 ? named : plain;
    }
}
