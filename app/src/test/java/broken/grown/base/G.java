package broken.grown.base;

record G() {}
