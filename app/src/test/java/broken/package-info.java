/** The twins: each package below breaks exactly one rule of the house on purpose, so that the rule is seen to report it. */
package broken;
