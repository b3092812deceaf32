package broken.grown.base;

record J() {}
