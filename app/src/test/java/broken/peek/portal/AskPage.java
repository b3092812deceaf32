package broken.peek.portal;

public record AskPage(broken.peek.cases.Case one) {}
