package lianqiao.app;

import jakarta.servlet.Filter;
import java.time.InstantSource;
import java.util.List;
import lianqiao.app.demo.DemoKeys;
import lianqiao.app.demo.DemoTown;
import lianqiao.cases.Cases;
import lianqiao.cases.Photos;
import lianqiao.desk.DemoPeople;
import lianqiao.desk.Doors;
import lianqiao.desk.Readers;
import lianqiao.desk.Sessions;
import lianqiao.identity.OfficerLogins;
import lianqiao.identity.OpenSessions;
import lianqiao.identity.Residents;
import lianqiao.offices.Offices;
import lianqiao.portal.MeDoors;
import lianqiao.portal.ResidentSessions;
import lianqiao.store.Database;
import lianqiao.web.BoundTokens;
import lianqiao.web.Cookies;
import lianqiao.web.Site;
import lianqiao.web.Words;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;

/** Who may enter the desk. The public pages have a chain of their own, without sessions, in {@link WebWiring}. */
@Configuration(proxyBeanMethods = false)
class SecurityWiring {
    /** No script reads them, no other site sends them along with a form, and over https no other host can set them. */
    @Bean Cookies cookies(Settings settings) {
        return new Cookies(settings.publicUrl().getScheme().equals("https"));
    }

    @Bean Sessions sessions(OpenSessions sessions, OfficerLogins logins, Readers readers, Cookies cookies, InstantSource clock) {
        return new Sessions(sessions, logins, readers, cookies, clock);
    }

    @Bean ResidentSessions residentSessions(OpenSessions sessions, Cookies cookies, InstantSource clock) {
        return new ResidentSessions(sessions, cookies, clock);
    }

    @Bean FilterRegistrationBean<ResidentSessions> residentSessionsStandInTheirChain(ResidentSessions sessions) {
        return inItsChain(sessions);
    }

    /** The own pages of residents who chose to sign in. The first step has no cookie yet, so its forms carry the public token. */
    @Bean @Order(2) SecurityFilterChain signedInResidents(HttpSecurity http, ResidentSessions sessions, Cookies cookies, MeDoors doors) throws Exception {
        return closed(http.securityMatcher("/me", "/me/**"), sessions, doors)
                .authorizeHttpRequests(me -> me
                        .requestMatchers("/me/sign-in", "/me/sign-in/**", "/me/back/*").permitAll()
                        .anyRequest().hasAuthority(ResidentSessions.SIGNED_IN))
                .csrf(forms -> forms.csrfTokenRepository(new BoundTokens(cookies, ResidentSessions.COOKIE))
                        .ignoringRequestMatchers("/me/sign-in", "/me/sign-in/passkey", "/me/sign-in/with/*"))
                .build();
    }

    /** Only the invented city has people who can be tried out. */
    @Bean DemoPeople demoPeople(Installation installation, Database database, Offices offices, OfficerLogins logins, Residents residents, Cases cases,
            Photos photos, Words words, Site site) {
        if (!site.demo()) return now -> List.of();
        var settings = installation.settings();
        var town = new DemoTown(database, offices, logins, residents, cases, photos, settings.zone(), settings.data());
        return new DemoGuides(town, DemoKeys.from(installation.key("demo")), words, settings);
    }

    @Bean FilterRegistrationBean<Sessions> sessionsStandInTheChain(Sessions sessions) {
        return inItsChain(sessions);
    }

    /** Signed-in officers only; each form carries the session's token; nothing is remembered for the public pages. */
    @Bean @Order(1) SecurityFilterChain officers(HttpSecurity http, Sessions sessions, Cookies cookies, Doors doors) throws Exception {
        return closed(http.securityMatcher("/desk", "/desk/**"), sessions, doors)
                .authorizeHttpRequests(desk -> desk
                        .requestMatchers("/desk/sign-in", "/desk/sign-in/passkey", "/desk/sign-in/passkey/answer").permitAll()
                        .requestMatchers("/desk/second-factor", "/desk/sign-out").authenticated()
                        .anyRequest().hasAuthority(Sessions.WHOLE))
                .csrf(forms -> forms.csrfTokenRepository(new BoundTokens(cookies, Sessions.COOKIE)))
                .build();
    }

    /** What both have in common: sessions of our own, and doors that say where to go. */
    private static <D extends AuthenticationEntryPoint & AccessDeniedHandler> HttpSecurity closed(HttpSecurity http, Filter sessions, D doors) throws Exception {
        return http.addFilterBefore(sessions, CsrfFilter.class)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(AbstractHttpConfigurer::disable)
                .exceptionHandling(closed -> closed.authenticationEntryPoint(doors).accessDeniedHandler(doors))
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable);
    }

    /** It stands in its chain and nowhere else. */
    private static <F extends Filter> FilterRegistrationBean<F> inItsChain(F filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }
}
