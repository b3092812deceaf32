package broken.peek.pages.portal;

/** Stands for a compiled page that reaches for a contact. */
record Ask(broken.peek.portal.AskPage page, broken.peek.cases.Case one, broken.peek.identity.Contact contact) {}
