package broken.grown.base;

record I() {}
