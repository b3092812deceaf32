package broken.person.insight;

record Topics(lianqiao.identity.ResidentId who) {}
