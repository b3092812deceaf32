package lianqiao.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.support.WebApplicationContextUtils;
import org.springframework.web.servlet.View;

/** One template with its model, to be drawn once the request is at hand. */
record PageView(String template, @Nullable Object model, HttpStatus status, Map<String, String> headers) implements View {
    @Override public String getContentType() {
        return "text/html;charset=utf-8";
    }

    @Override public void render(@Nullable Map<String, ?> ignored, HttpServletRequest request, HttpServletResponse response) throws Exception {
        WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext()).getBean(Pages.class).send(this, request, response);
    }
}
