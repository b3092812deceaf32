package broken.grown.base;

record M() {}
