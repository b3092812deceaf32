package broken.grown.base;

record F() {}
