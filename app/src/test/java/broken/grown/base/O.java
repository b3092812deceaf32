package broken.grown.base;

record O() {}
