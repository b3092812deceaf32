package broken.grown.base;

record A() {}
