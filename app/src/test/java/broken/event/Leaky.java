package broken.event;

import java.time.Instant;

record Leaky(Instant at, lianqiao.identity.ResidentId who) implements lianqiao.base.PublicEvent {}
