package broken.grown.base;

record N() {}
