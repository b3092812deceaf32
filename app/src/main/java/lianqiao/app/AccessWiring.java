package lianqiao.app;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import lianqiao.access.AccessTable;
import lianqiao.desk.Readers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the table of access before every handler. */
@Configuration(proxyBeanMethods = false)
class AccessWiring {
    @Bean AccessTable accessTable() {
        return AccessTable.load();
    }

    @Bean WebMvcConfigurer gate(AccessTable table, Readers readers) {
        var gate = new Gate(table, request -> roles(request, readers));
        return new WebMvcConfigurer() {
            @Override public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(gate);
            }
        };
    }

    private static Set<String> roles(HttpServletRequest request, Readers readers) {
        return request.getUserPrincipal() == null ? Set.of("anyone") : readers.roles(request);
    }
}
