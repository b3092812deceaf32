package broken.grown.base;

record P() {}
