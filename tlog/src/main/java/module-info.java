/** The transparency log: a library and an offline verifier that need nothing but the JDK. */
module lianqiao.tlog {
    exports lianqiao.tlog;
}
