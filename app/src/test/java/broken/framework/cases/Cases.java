package broken.framework.cases;

@org.springframework.stereotype.Component
public final class Cases {}
