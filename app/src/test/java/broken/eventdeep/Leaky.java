package broken.eventdeep;

import java.time.Instant;
import java.util.Map;

/** Names no person itself, but what it holds does; and a plain object can hold anything. */
record Leaky(Instant at, Map<String, Letter[]> letters, Object more) implements lianqiao.base.PublicEvent {}
