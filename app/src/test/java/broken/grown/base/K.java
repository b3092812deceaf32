package broken.grown.base;

record K() {}
