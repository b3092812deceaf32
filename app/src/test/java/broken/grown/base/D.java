package broken.grown.base;

record D() {}
