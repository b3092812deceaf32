package lianqiao.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Takes {@code /en} and {@code /large} off the path before anything else looks at it, so that routes and access rules
 * are written once, and remembers what they said. Stands ahead of every other filter.
 */
public final class LanguageFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        if (Address.isKnownFor(request)) {
            chain.doFilter(request, response);
            return;
        }
        var address = Address.of(request.getRequestURI(), request.getQueryString());
        address.keepIn(request);
        var untouched = address.path().equals(request.getRequestURI());
        chain.doFilter(untouched ? request : new Stripped(request, address.path()), response);
    }

    private static final class Stripped extends HttpServletRequestWrapper {
        private final String path;

        Stripped(HttpServletRequest request, String path) {
            super(request);
            this.path = path;
        }

        @Override public String getRequestURI() {
            return path;
        }

        @Override public StringBuffer getRequestURL() {
            var whole = super.getRequestURL().toString();
            return new StringBuffer(whole.substring(0, whole.length() - super.getRequestURI().length())).append(path);
        }

        /** The servlet is mapped to the root, so its path is the decoded one without the prefixes. */
        @Override public String getServletPath() {
            var decoded = super.getServletPath();
            return Address.of(decoded, null).path();
        }
    }
}
