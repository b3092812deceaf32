package broken.grown.base;

record L() {}
