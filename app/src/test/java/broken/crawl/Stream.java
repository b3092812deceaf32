package broken.crawl;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

final class Stream {
    InputStream open(URI page) throws IOException {
        return page.toURL().openStream();
    }
}
