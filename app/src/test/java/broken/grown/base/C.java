package broken.grown.base;

record C() {}
