package lianqiao.app;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Base64;
import java.util.EnumSet;
import lianqiao.base.Text;
import lianqiao.web.Assets;
import lianqiao.web.FormTokens;
import lianqiao.web.LanguageFilter;
import lianqiao.web.Pages;
import lianqiao.web.SecurityHeaders;
import lianqiao.web.Site;
import lianqiao.web.Words;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Puts the page machinery together. */
@Configuration(proxyBeanMethods = false)
class WebWiring {
    @Bean Site site(Environment settings) {
        return new Site(
                new Text(settings.getProperty("lianqiao.site.name-zh", "连桥"), settings.getProperty("lianqiao.site.name-en", "Lianqiao")),
                settings.getProperty("lianqiao.site.domain", "localhost"),
                settings.getProperty("lianqiao.site.id-code", "0000000000"),
                ZoneId.of(settings.getProperty("lianqiao.zone", "Asia/Shanghai")),
                settings.getProperty("lianqiao.site.phone", "12345"),
                settings.getProperty("lianqiao.site.email", "site@lianqiao.example"),
                settings.getProperty("lianqiao.site.source", "https://example.org/lianqiao"),
                settings.getProperty("lianqiao.demo", Boolean.class, false));
    }

    @Bean Words words(Environment settings) {
        return Words.load(settings.getProperty("lianqiao.strict-words", Boolean.class, false));
    }

    @Bean Assets assets() {
        return Assets.load();
    }

    /** Without a key of its own an installation draws one at start; forms opened before a restart are then shown again. */
    @Bean FormTokens formTokens(Environment settings) {
        var given = settings.getProperty("lianqiao.form-key");
        var key = given == null ? new byte[32] : Base64.getDecoder().decode(given);
        if (given == null) new SecureRandom().nextBytes(key);
        return new FormTokens(key);
    }

    @Bean Pages pages(Words words, Site site, Assets assets, FormTokens tokens, InstantSource clock) {
        return new Pages(words, site, assets, tokens, clock);
    }

    @Bean FilterRegistrationBean<SecurityHeaders> securityHeaders() {
        return first(new SecurityHeaders(), 0);
    }

    @Bean FilterRegistrationBean<Assets> assetFilter(Assets assets) {
        return first(assets, 1);
    }

    @Bean FilterRegistrationBean<LanguageFilter> languageFilter() {
        return first(new LanguageFilter(), 2);
    }

    /** Everyone may read and write the public pages: no session, no cookie; their forms carry a signed token instead. */
    @Bean @Order(Ordered.LOWEST_PRECEDENCE) SecurityFilterChain everyone(HttpSecurity http) throws Exception {
        return http.securityMatcher("/**")
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static <F extends Filter> FilterRegistrationBean<F> first(F filter, int place) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
        return registration;
    }
}
