package broken.call.insight;

final class Topics {
    Object of(broken.call.cases.Received event) {
        return event.who();
    }
}
