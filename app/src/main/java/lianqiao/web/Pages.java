package lianqiao.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/** Draws templates. Safe to share between threads. */
public final class Pages {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Words words;
    private final Site site;
    private final Assets assets;
    private final FormTokens tokens;
    private final InstantSource clock;

    public Pages(Words words, Site site, Assets assets, FormTokens tokens, InstantSource clock) {
        this.words = words;
        this.site = site;
        this.assets = assets;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The frame of a request, for the rare controller that writes words itself (a feed, a mail preview). */
    public Frame frame(HttpServletRequest request) {
        var now = clock.instant();
        var visit = new Frame.Visit(SecurityHeaders.nonce(request), () -> csrf(request), () -> formToken(request, now), officer(request));
        return new Frame(Address.in(request), words, site, assets, now, visit);
    }

    void send(PageView view, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var frame = frame(request);
        var body = draw(view, frame);
        response.setStatus(view.status().value());
        response.setContentType(view.getContentType());
        response.setHeader("Content-Language", frame.lang());
        response.setHeader("Cache-Control", frame.officer() == null && !request.getRequestURI().startsWith("/desk") ? "no-cache" : "no-store");
        view.headers().forEach(response::setHeader);
        if (view.status().is2xxSuccessful() && request.getMethod().equals("GET") && alreadyKnown(body, frame.nonce(), request, response)) return;
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private byte[] draw(PageView view, Frame frame) throws IOException {
        var given = new HashMap<String, Object>(Map.of("frame", frame));
        if (view.model() != null) given.put("model", view.model());
        var out = new Utf8ByteOutput();
        engine.render(view.template() + ".jte", given, out);
        var bytes = new ByteArrayOutputStream(out.getContentLength());
        out.writeTo(bytes);
        return bytes.toByteArray();
    }

    /**
     * Answers 304 when the reader has this very page. The nonce does not count as content, and the stored page must
     * keep the policy it came with, so the fresh one is taken off.
     */
    private static boolean alreadyKnown(byte[] body, String nonce, HttpServletRequest request, HttpServletResponse response) {
        var tag = "W/\"" + Hash.of(new String(body, StandardCharsets.UTF_8).replace(nonce, "").getBytes(StandardCharsets.UTF_8)) + "\"";
        response.setHeader("ETag", tag);
        if (!tag.equals(request.getHeader("If-None-Match"))) return false;
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        response.setHeader("Content-Security-Policy", null);
        return true;
    }

    private String formToken(HttpServletRequest request, Instant now) {
        var sent = request.getMethod().equals("POST") ? request.getParameter(Form.TOKEN) : null;
        return sent != null && tokens.check(sent, now) instanceof FormTokens.Genuine ? sent : tokens.issue(now);
    }

    private static Frame.@Nullable Hidden csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Frame.Hidden(token.getParameterName(), token.getToken()) : null;
    }

    private static @Nullable String officer(HttpServletRequest request) {
        if (request.getAttribute("lianqiao.officer") instanceof String name) return name;
        Principal signedIn = request.getUserPrincipal();
        return signedIn == null ? null : signedIn.getName();
    }
}
