/** The commands of the log for whoever does not run it: check a log, check a receipt, watch, witness. */
package lianqiao.tlog.verify;
