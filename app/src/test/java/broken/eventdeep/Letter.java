package broken.eventdeep;

record Letter(lianqiao.identity.ResidentId from) {}
