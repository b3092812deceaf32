package lianqiao.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The few static files (style sheet, scripts, mark), held in memory with their gzip form and served from
 * {@code /static/<hash of the content>/<name>} with leave to keep them for ever. The style sheet is Pico CSS in a
 * cascade layer of its own, so that every rule of ours wins without a fight. Immutable, safe to share.
 */
public final class Assets extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String ROOT = "/static/";
    private static final String BASE_SHEET = "META-INF/resources/webjars/picocss__pico/2.1.1/css/pico.min.css";
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=utf-8", "js", "text/javascript;charset=utf-8", "svg", "image/svg+xml", "png", "image/png", "txt", "text/plain;charset=utf-8");

    private final transient Map<String, Asset> assets = new TreeMap<>();

    private record Asset(byte[] plain, byte[] zipped, String hash, String type) {}

    private Assets() {}

    /** Reads everything under {@code static/} on the class path. */
    public static Assets load() {
        var loaded = new Assets();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:static/*.*")) loaded.keep(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the static files cannot be read", e);
        }
        return loaded;
    }

    /** The address of a file; throws when there is none of that name, which a page test notices. */
    String address(String name) {
        var asset = assets.get(name);
        if (asset == null) throw new IllegalArgumentException("no static file " + name);
        return ROOT + asset.hash() + "/" + name;
    }

    /** How many bytes a file takes over the wire. */
    int zippedSize(String name) {
        return assets.get(name).zipped().length;
    }

    @Override protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        var path = request.getRequestURI();
        var asset = path.startsWith(ROOT) ? assets.get(path.substring(path.lastIndexOf('/') + 1)) : null;
        if (asset == null) chain.doFilter(request, response);
        else send(asset, path.startsWith(ROOT + asset.hash() + "/"), request, response);
    }

    private static void send(Asset asset, boolean named, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var tag = "W/\"" + asset.hash() + "\"";
        response.setHeader("ETag", tag);
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("Cache-Control", named ? "public, max-age=31536000, immutable" : "no-cache");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        var accepts = request.getHeader("Accept-Encoding");
        boolean zip = accepts != null && accepts.contains("gzip");
        if (zip) response.setHeader("Content-Encoding", "gzip");
        response.setContentType(asset.type());
        var body = zip ? asset.zipped() : asset.plain();
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) response.getOutputStream().write(body);
    }

    private void keep(Resource file) throws IOException {
        var name = String.valueOf(file.getFilename());
        var plain = name.equals("look.css") ? onTopOfPico(file.getContentAsByteArray()) : file.getContentAsByteArray();
        var type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        assets.put(name, new Asset(plain, zip(plain), Hash.of(plain), type));
    }

    private static byte[] onTopOfPico(byte[] ours) throws IOException {
        var pico = new ClassPathResource(BASE_SHEET).getContentAsString(StandardCharsets.UTF_8).replace("\uFEFF", "").replace("@charset \"UTF-8\";", "");
        var sheet = "@charset \"UTF-8\";@layer pico{" + pico + "}\n" + new String(ours, StandardCharsets.UTF_8);
        return sheet.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(byte[] plain) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out) { { def.setLevel(Deflater.BEST_COMPRESSION); } }) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }
}
