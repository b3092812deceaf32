package lianqiao;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The root of the program: its direct sub-packages are the rooms of the house (docs/rooms.md). */
@SpringBootApplication
public class Lianqiao {}
