package broken.grown.base;

record H() {}
