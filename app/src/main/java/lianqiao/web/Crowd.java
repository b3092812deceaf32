package lianqiao.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Bounds what is under way, so that a crowd is told to come back instead of ending the program for want of memory. A form is
 * read before it gets one of the places inside: whoever sends it byte by byte holds only its own line.
 */
public final class Crowd extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final int KILOBYTES_OF_FORMS = 96 * 1024;
    /** A longer form lies on the disk, and an unknown length is taken for a long one. */
    private static final int MOST_OF_ONE = 2 * 1024;
    private static final int MOST_SECONDS = 5;
    /** Each of them takes memory too. */
    private static final int MOST_WAITING = 1_600;

    private final transient Semaphore inside;
    private final transient Semaphore forms = new Semaphore(KILOBYTES_OF_FORMS);

    /** @param most requests worked on at the same time; more wait a few seconds and are then told to come back */
    public Crowd(int most) {
        this.inside = new Semaphore(most);
    }

    @Override protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            chain.doFilter(request, response);
            return;
        }
        int form = kilobytes(request);
        if (!got(forms, form)) {
            comeBack(response);
            return;
        }
        try {
            if (form > 0) read(request);
            enter(request, response, chain);
        } finally {
            forms.release(form);
        }
    }

    private void enter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        if (!got(inside, 1)) {
            comeBack(response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            inside.release();
        }
    }

    private static int kilobytes(HttpServletRequest request) {
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) return 0;
        long length = request.getContentLengthLong();
        return length < 0 ? MOST_OF_ONE : (int) Math.min(MOST_OF_ONE, Math.ceilDiv(length, 1024));
    }

    /** What is wrong with a form is told by whoever asks for its fields: they meet the same fault again. */
    private static void read(HttpServletRequest request) throws IOException {
        if (request.getCharacterEncoding() == null) request.setCharacterEncoding("UTF-8");
        try {
            request.getParameterMap();
        } catch (IllegalStateException toldLater) {
            // nothing to do here
        }
    }

    private static boolean got(Semaphore places, int many) {
        try {
            return many == 0 || places.getQueueLength() < MOST_WAITING && places.tryAcquire(many, MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void comeBack(HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", Show.RETRY_AFTER);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
