/** The doors that letters leave by: a mail server, or a folder. The only place that knows how mail is written. */
@org.jspecify.annotations.NullMarked
package lianqiao.channels.mail;
