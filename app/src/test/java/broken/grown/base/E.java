package broken.grown.base;

record E() {}
