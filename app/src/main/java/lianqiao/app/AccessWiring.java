package lianqiao.app;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Set;
import lianqiao.access.AccessTable;
import lianqiao.access.AuditTrail;
import lianqiao.authenticity.Limits;
import lianqiao.desk.Readers;
import lianqiao.portal.ResidentSessions;
import lianqiao.store.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the table of access before every handler. */
@Configuration(proxyBeanMethods = false)
class AccessWiring {
    @Bean AuditTrail auditTrail(Database database) {
        return new AuditTrail(database);
    }

    @Bean AccessTable accessTable() {
        return AccessTable.load();
    }

    @Bean WebMvcConfigurer gate(AccessTable table, Readers readers, Limits limits, InstantSource clock) {
        var gate = new Gate(table, request -> roles(request, readers));
        return new WebMvcConfigurer() {
            @Override public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(gate);
                registry.addInterceptor(new Turnstile(limits, clock));
            }
        };
    }

    private static Set<String> roles(HttpServletRequest request, Readers readers) {
        if (request.getUserPrincipal() == null) return Set.of("anyone");
        return isResident(request) ? Set.of(AccessTable.RESIDENT) : readers.roles(request);
    }

    private static boolean isResident(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication who && who.getAuthorities().stream().anyMatch(a -> ResidentSessions.SIGNED_IN.equals(a.getAuthority()));
    }
}
