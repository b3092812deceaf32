/** The transparency log: a library, an offline verifier and a small witness that need nothing but the JDK's own base. */
module lianqiao.tlog {
    requires java.base;

    exports lianqiao.tlog;
}
