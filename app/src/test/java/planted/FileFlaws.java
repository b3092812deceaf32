package planted;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import lianqiao.base.CaseNumber;
import lianqiao.cases.Cases;
import lianqiao.cases.PhotoId;
import lianqiao.cases.Photos;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

@RestController
class FileFlaws {
    private final Photos photos;
    private final Cases cases;
    private final java.time.InstantSource clock;

    FileFlaws(Photos photos, Cases cases, java.time.InstantSource clock) {
        this.photos = photos;
        this.cases = cases;
        this.clock = clock;
    }

    /** 11: a photo for whoever knows its name. */
    @GetMapping("/planted/photo/{id}")
    ResponseEntity<byte[]> anyPhoto(@PathVariable String id) {
        try {
            return photos.read(new PhotoId(UUID.fromString(id)), false).map(ResponseEntity::ok).orElseGet(() -> ResponseEntity.notFound().build());
        } catch (IllegalArgumentException noName) {
            return ResponseEntity.notFound().build();
        }
    }

    /** 12: a case for whoever knows its number, confidential or not. */
    @GetMapping(path = "/planted/case/{number}", produces = "text/plain;charset=utf-8")
    ResponseEntity<String> anyCase(@PathVariable String number) {
        return CaseNumber.read(number).flatMap(read -> cases.atTheDesk(read, clock.instant())).map(one -> ResponseEntity.ok(one.title() + one.body()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** 13: any file below a folder, and above it. */
    @GetMapping(path = "/planted/help", produces = "text/plain;charset=utf-8")
    String anyFile(@RequestParam(defaultValue = "none") String file) {
        try {
            return Files.readString(Path.of("/usr/share/doc").resolve(file));
        } catch (IOException | RuntimeException none) {
            return "";
        }
    }

    /** 14: XML with whatever it names. */
    @PostMapping(path = "/planted/xml", produces = "text/plain;charset=utf-8")
    ResponseEntity<String> readsXml(HttpServletRequest request) throws IOException {
        try {
            var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(request.getInputStream().readNBytes(100_000)));
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(document.getDocumentElement().getTextContent());
        } catch (Exception noXml) {
            return ResponseEntity.badRequest().body("");
        }
    }

    /** 15: asks whatever address it is given. */
    @GetMapping(path = "/planted/preview", produces = "text/plain;charset=utf-8")
    String asksElsewhere(@RequestParam(defaultValue = "") String url) {
        try {
            var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(300);
            return "" + connection.getResponseCode();
        } catch (Exception none) {
            return "";
        }
    }

    /** 16: hands out what was sent as what the sender called it. */
    @PostMapping("/planted/upload")
    ResponseEntity<byte[]> servesWhatWasSent(HttpServletRequest request) throws IOException {
        if (!(request instanceof MultipartHttpServletRequest form) || form.getFile("file") == null) return ResponseEntity.badRequest().build();
        var file = form.getFile("file");
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).header("Content-Type", String.valueOf(file.getContentType())).body(file.getBytes());
    }

    /** 17: a cell that a spreadsheet runs. */
    @GetMapping("/planted/table.csv")
    ResponseEntity<byte[]> formulas() {
        return ResponseEntity.ok().header("Content-Type", "text/csv;charset=utf-8").body("name,text\n\"Lin\",\"=HYPERLINK(\"\"http://elsewhere.example\"\")\"\n".getBytes(StandardCharsets.UTF_8));
    }

    /** 18: takes as much as anybody sends. */
    @PostMapping(path = "/planted/large", produces = "text/plain;charset=utf-8")
    String takesAnySize(HttpServletRequest request) throws IOException {
        return "" + request.getInputStream().readAllBytes().length;
    }
}
