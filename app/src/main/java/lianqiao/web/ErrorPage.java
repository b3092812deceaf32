package lianqiao.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import lianqiao.base.Busy;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.View;

/** Plain words for what went wrong: what happened, what was kept, what to do now. Never a trace of the program. */
@Controller
@ControllerAdvice
public class ErrorPage implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPage.class);

    /** @param kind which words to say: 400, 403, 404, 413, 429, 503, or 500 for everything else */
    public record Model(String kind) {
        static Model of(int status) {
            return new Model(switch (status) {
                case 400, 403, 404, 413, 429, 503 -> Integer.toString(status);
                case 401 -> "403";
                case 405, 406, 415 -> "400";
                default -> status < 500 ? "400" : "500";
            });
        }
    }

    /** The only place that tells the log of a page that failed: what the server itself would say quotes requests. */
    @RequestMapping("/error")
    View show(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault) LOG.error("a page could not be made", fault);
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? HttpStatus.resolve(code) : HttpStatus.NOT_FOUND;
        return Show.error(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status);
    }

    /** All connections to the database were in use for longer than we let anybody wait. */
    @ExceptionHandler(Busy.class)
    View busy() {
        return Show.error(HttpStatus.SERVICE_UNAVAILABLE);
    }

    /** Fields that are coded in no way anybody could read. */
    @ExceptionHandler(InvalidParameterException.class)
    View unreadable() {
        return Show.error(HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler(MultipartException.class)
    View tooLargeOrBroken() {
        return Show.error(HttpStatus.CONTENT_TOO_LARGE);
    }
}
