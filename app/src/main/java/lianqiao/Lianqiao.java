package lianqiao;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The root of the program: its direct sub-packages are the rooms of the house (docs/rooms.md). Pages of two rooms may bear the same name. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Lianqiao {}
