package lianqiao.routing;

import java.time.Instant;

/** Learns on this node what was decided on any, and takes up a newly trained model. */
public final class FollowDecisions {
    private final RoutingHelp help;

    public FollowDecisions(RoutingHelp help) {
        this.help = help;
    }

    public void run(Instant now) {
        help.catchUp(now);
    }
}
