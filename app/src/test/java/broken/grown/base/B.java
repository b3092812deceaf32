package broken.grown.base;

record B() {}
