package lianqiao.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import lianqiao.base.Language;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The open data file, written as it is read so that its size does not matter. */
@Controller
final class ExportPage {
    private final CaseExport export;

    ExportPage(CaseExport export) {
        this.export = export;
    }

    @GetMapping("/open-data/cases.csv")
    void cases(@RequestParam(name = "lang", defaultValue = "zh") String language, HttpServletResponse answer) throws IOException {
        answer.setContentType("text/csv; charset=utf-8");
        answer.setHeader("Content-Disposition", "attachment; filename=\"cases.csv\"");
        try (var out = new OutputStreamWriter(answer.getOutputStream(), StandardCharsets.UTF_8)) {
            export.write(out, language.equals("en") ? Language.EN : Language.ZH);
        }
    }
}
