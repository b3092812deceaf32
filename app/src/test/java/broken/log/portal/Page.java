package broken.log.portal;

record Page(broken.log.tlog.Leaf leaf) {}
