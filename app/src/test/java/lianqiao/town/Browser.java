package lianqiao.town;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.Assertions;

/**
 * A real browser for stories: the machine's Chromium without a window, which {@code ./lianqiao test} installs when it
 * is missing. One thread uses one browser; every page gets a context of its own, so that nothing is shared between people.
 */
public final class Browser implements AutoCloseable {
    private static final List<String> QUIET = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage");
    private static final int NARROW = 320;
    private static final long DEEP = 64L << 20;
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /** Starts Chromium; fails with what to install when there is none. */
    public static Browser start() {
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var launched = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(installed()).setArgs(QUIET));
        return new Browser(playwright, launched);
    }

    /** How a person looks at a page: the width of the window in pixels, whether scripts run, light or dark. */
    public record Eyes(int width, boolean scripts, boolean dark) {
        public static final Eyes PHONE = new Eyes(NARROW, true, false);
        public static final Eyes DESKTOP = new Eyes(1280, true, false);

        public Eyes withoutScripts() {
            return new Eyes(width, false, dark);
        }

        public Eyes inTheDark() {
            return new Eyes(width, scripts, true);
        }
    }

    /** A fresh page of a fresh person; closing it closes the context. */
    public Page open(Eyes eyes) {
        var context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(eyes.width(), 800).setJavaScriptEnabled(eyes.scripts())
                .setIgnoreHTTPSErrors(true).setColorScheme(eyes.dark() ? ColorScheme.DARK : ColorScheme.LIGHT));
        context.setDefaultTimeout(15_000);
        var page = context.newPage();
        page.onClose(closed -> { });
        return page;
    }

    /** Asserts that axe finds nothing to complain of (WCAG 2.2 A and AA, best practice), in a page whose scripts run. */
    public static void assertNoAxeViolations(Page page) {
        var found = new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")).analyze();
        var told = found.getViolations().stream()
                .map(rule -> rule.getId() + ": " + rule.getHelp() + "\n    " + rule.getNodes().stream().map(node -> node.getTarget() + " " + node.getHtml()).collect(Collectors.joining("\n    ")))
                .collect(Collectors.joining("\n"));
        Assertions.assertTrue(found.getViolations().isEmpty(), () -> page.url() + "\n" + told);
        // Text in the very colour of its ground counts for axe as undecided, not as wrong.
        var unseen = found.getIncomplete().stream().filter(rule -> rule.getId().equals("color-contrast")).flatMap(rule -> rule.getNodes().stream())
                .filter(node -> node.getAny().stream().anyMatch(check -> String.valueOf(check.getData()).contains("equalRatio"))).map(node -> node.getHtml()).toList();
        Assertions.assertTrue(unseen.isEmpty(), () -> page.url() + " has text nobody can see: " + unseen);
    }

    /** Asserts that nothing on the page is wider than the window. */
    public static void assertNoSidewaysScroll(Page page) {
        var wider = page.evaluate("""
                () => { const w = document.documentElement.clientWidth;
                  return [...document.querySelectorAll('body *')].filter(e => !e.closest('.table-scroll, .skip, .visually-hidden') && e.getBoundingClientRect().right > w + 1)
                    .map(e => e.tagName + '.' + e.className + ' ' + Math.round(e.getBoundingClientRect().right)).slice(0, 5).join('; ') }""");
        Assertions.assertEquals("", wider, () -> page.url() + " is wider than its window");
    }

    /** Asserts that a whole page is valid HTML, warnings about style aside. */
    public static void assertValidHtml(String html) throws Exception {
        // The validator walks its grammar by recursion, deeper than an ordinary thread's stack allows.
        var told = new CompletableFuture<String>();
        Thread.ofPlatform().daemon().stackSize(DEEP).start(() -> told.complete(faults(html)));
        Assertions.assertEquals("", told.get(60, TimeUnit.SECONDS), () -> html.length() > 6000 ? html.substring(0, 6000) : html);
    }

    private static String faults(String html) {
        var validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        try {
            var told = validator.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
            return Stream.of(told.split("\n")).filter(line -> line.contains(": error:") || line.contains(": fatal")).collect(Collectors.joining("\n"));
        } catch (Exception e) {
            return e.toString();
        }
    }

    /** Saves a picture of the whole page, for people to look at, when {@code lianqiao.pictures} names a folder. */
    public static void picture(Page page, String name) {
        var folder = System.getProperty("lianqiao.pictures");
        if (folder != null) page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name + ".png")));
    }

    /** Ends the visit of one person. */
    public static void leave(Page page) {
        BrowserContext context = page.context();
        context.close();
    }

    @Override public void close() {
        chromium.close();
        playwright.close();
    }

    private static Path installed() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").map(Path::of).filter(Files::isExecutable).findFirst()
                .orElseThrow(() -> new IllegalStateException("no browser found: install chromium, or run ./lianqiao test, which does it"));
    }
}
