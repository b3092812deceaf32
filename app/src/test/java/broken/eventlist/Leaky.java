package broken.eventlist;

import java.time.Instant;
import java.util.List;

record Leaky(Instant at, List<lianqiao.identity.ResidentId> who) implements lianqiao.base.PublicEvent {}
