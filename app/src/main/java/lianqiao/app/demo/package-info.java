/** The invented city: its people, and ninety days of their cases, lived through the doors of the rooms. */
@NullMarked
package lianqiao.app.demo;

import org.jspecify.annotations.NullMarked;
