package lianqiao.town;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lianqiao.app.Opened;
import lianqiao.offices.DirectoryFiles;

/**
 * The invented city with its offices, running on loopback with a database of its own: one for all tests of a JVM. Tests
 * ask for cases of their own and look only at those, so that they do not disturb one another.
 */
public final class RunningTown {
    private static RunningTown town;

    private final Opened program;
    private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private RunningTown(Opened program) {
        this.program = program;
    }

    /** The town; started when first asked for, ended with the JVM. */
    public static synchronized RunningTown open() {
        if (town != null) return town;
        var folder = TestFolders.fresh("running-town-" + ProcessHandle.current().pid());
        town = new RunningTown(Opened.start(folder));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            town.program.close();
            TestFolders.erase(folder);
        }));
        var report = town.room(DirectoryFiles.class).takeIn(files());
        if (!report.bad().isEmpty()) throw new IllegalStateException(report.bad().toString());
        return town;
    }

    /** The folder of the invented city, from the project's root or from the module. */
    public static Path files() {
        return Files.exists(Path.of("town")) ? Path.of("town") : Path.of("..", "town");
    }

    /** Where it answers, without a slash at the end. */
    public String address() {
        return program.address();
    }

    /** The rooms, by type, for what no page does. */
    public <T> T room(Class<T> type) {
        return program.room(type);
    }

    /** Looks at a page; headers are names and values in turn. Nothing is followed, nothing is kept. */
    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address() + path));
        if (headers.length > 0) request.headers(headers);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Looks at something that is not text. */
    public HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address() + path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Sends a form; {@code fields} are names and values in turn. */
    public HttpResponse<String> post(String path, List<String> fields) throws IOException, InterruptedException {
        var body = new StringBuilder();
        for (int i = 0; i < fields.size(); i += 2) body.append(i == 0 ? "" : "&").append(coded(fields.get(i))).append('=').append(coded(fields.get(i + 1)));
        return post(path, "application/x-www-form-urlencoded", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a body of any type. */
    public HttpResponse<String> post(String path, String type, byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address() + path)).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String coded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
